import type { Cluster } from "../cluster.js";
import { defaultBounds, histogram } from "../histogram.js";
import { count, type Instrument, single } from "../instrument.js";
import type { Pod } from "../pods.js";
import { level, type Reading, scaled, signal, sinceStart, total } from "../signal.js";

/** What the controller of ingress-nginx gives of the requests to the shop. */
export function* ingressNginx(cluster: Cluster, controller: Pod, starts: readonly number[]): Generator<Instrument> {
  const { clock, requests, failing, demand } = cluster;
  const common = {
    controller_class: "k8s.io/ingress-nginx",
    controller_namespace: controller.namespace,
    controller_pod: controller.name,
  };
  const place = { ...common, namespace: "shop", ingress: "shop", host: "shop.example.com" };
  const counted = (part: (failed: number) => number): Reading =>
    sinceStart(
      total(
        clock,
        signal(clock, (_, k) => (requests[k] ?? 0) * part(failing[k] ?? 0)),
      ),
      starts,
    );
  const [good, bad] = [counted((failed) => 1 - failed), counted((failed) => failed)];
  for (const { path, service, part } of routes) {
    const labels = { ...place, path, service, canary: "" };
    for (const [method, status, reading, share] of [
      ["GET", "200", good, 0.83],
      ["GET", "304", good, 0.06],
      ["GET", "404", good, 0.02],
      ["POST", "201", good, 0.09],
      ["GET", "502", bad, 0.55],
      ["GET", "503", bad, 0.45],
    ] as const) {
      yield count("nginx_ingress_controller_requests", { ...labels, method, status }, scaled(reading, part * share));
    }
    const duration = { ...labels, method: "GET", status: "200" };
    yield* histogram("nginx_ingress_controller_request_duration_seconds", duration, defaultBounds, [
      { count: scaled(good, part * 0.83), median: service === "checkout" ? 0.12 : 0.034, steepness: 2.8 },
    ]);
  }
  const open = level(clock, demand);
  for (const [state, most] of Object.entries({ active: 90, reading: 2, waiting: 70, writing: 18 })) {
    yield count(
      "nginx_ingress_controller_nginx_process_connections",
      { ...common, state },
      (time) => most * open(time),
    );
  }
  yield single("nginx_ingress_controller_config_last_reload_successful", common, 1);
}

const routes = [
  { path: "/", service: "web", part: 0.7 },
  { path: "/cart", service: "cart", part: 0.22 },
  { path: "/checkout", service: "checkout", part: 0.08 },
] as const;
