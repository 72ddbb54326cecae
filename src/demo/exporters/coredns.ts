import type { Cluster } from "../cluster.js";
import { exponential, histogram } from "../histogram.js";
import { isUnderWay } from "../incidents.js";
import { count, type Instrument, single } from "../instrument.js";
import { noise, type Reading, scaled, signal, sinceStart, total } from "../signal.js";

/** What one of the CoreDNS pods gives. */
export function* coreDns(cluster: Cluster, key: string, starts: readonly number[]): Generator<Instrument> {
  const { clock, seed, demand, incidents } = cluster;
  const server = { server: "dns://:53", view: "" };
  const zone = { ...server, zone: "." };
  const jitter = noise(clock, `${seed} dns ${key}`);
  const isFailing = (time: number) => isUnderWay(incidents["failed-queries"], time);
  const rate = (k: number) => (4 + 26 * (demand[k] ?? 0)) * Math.max(1 + 0.2 * (jitter[k] ?? 0), 0);
  const counted = (part: (time: number) => number) =>
    sinceStart(
      total(
        clock,
        signal(clock, (time, k) => part(time) * rate(k)),
      ),
      starts,
    );
  const all = counted(() => 1);
  const failed = counted((time) => (isFailing(time) ? 0.18 : 0.0005));
  const answered = counted((time) => (isFailing(time) ? 0.82 : 0.9995));

  for (const [type, part] of [
    ["A", 0.55],
    ["AAAA", 0.44],
    ["other", 0.01],
  ] as const) {
    yield count("coredns_dns_requests_total", { ...zone, family: "1", proto: "udp", type }, scaled(all, part));
  }
  const rcodes = [
    ["NOERROR", "cache", scaled(answered, 0.25)],
    ["NOERROR", "forward", scaled(answered, 0.06)],
    ["NOERROR", "kubernetes", scaled(answered, 0.15)],
    ["NXDOMAIN", "cache", scaled(answered, 0.36)],
    ["NXDOMAIN", "kubernetes", scaled(answered, 0.18)],
    ["SERVFAIL", "forward", failed],
  ] as const;
  for (const [rcode, plugin, reading] of rcodes) {
    yield count("coredns_dns_responses_total", { ...zone, plugin, rcode, type: "A" }, scaled(reading, 0.55));
    yield count("coredns_dns_responses_total", { ...zone, plugin, rcode, type: "AAAA" }, scaled(reading, 0.45));
  }
  yield* histogram("coredns_dns_request_duration_seconds", { ...zone, type: "A" }, bounds, [
    { count: scaled(answered, 0.517), median: 0.0003, steepness: 2.6 },
    { count: scaled(answered, 0.033), median: 0.004, steepness: 2.4 },
    { count: scaled(failed, 0.55), median: 2.2, steepness: 6 },
  ]);
  const zones = { ...server, zones: "." };
  yield count("coredns_cache_requests_total", zones, all);
  yield count("coredns_cache_hits_total", { ...zones, type: "success" }, scaled(answered, 0.25));
  yield count("coredns_cache_hits_total", { ...zones, type: "denial" }, scaled(answered, 0.36));
  yield count("coredns_cache_misses_total", zones, (time) => 0.39 * answered(time) + failed(time));
  yield single("coredns_cache_entries", { ...zones, type: "success" }, 214);
  yield single("coredns_cache_entries", { ...zones, type: "denial" }, 96);
  const lost = counted((time) => (isFailing(time) ? 0.18 : 0));
  yield* upstream(scaled(answered, 0.06), lost);
  yield single("coredns_panics_total", {}, 0);
  yield single("coredns_reload_failed_total", {}, 0);
  yield single("coredns_build_info", { goversion: "go1.23.3", revision: "26e9c5c", version: "1.11.4" }, 1);
}

/** What goes to the resolver of the network, which gives no answer at all while it fails. */
function* upstream(answered: Reading, lost: Reading): Generator<Instrument> {
  const proxy = { proxy_name: "forward", to: "192.168.0.2:53" };
  yield* histogram("coredns_proxy_request_duration_seconds", { ...proxy, rcode: "NOERROR" }, bounds, [
    { count: answered, median: 0.0037, steepness: 2.4 },
  ]);
  yield count("coredns_proxy_healthcheck_failures_total", proxy, scaled(lost, 0.03));
  yield count("coredns_forward_healthcheck_broken_total", {}, scaled(lost, 0.01));
  yield single("coredns_forward_max_concurrent_rejects_total", {}, 0);
}

/** Source: https://github.com/coredns/coredns/blob/master/plugin/plugin.go */
const bounds = exponential(0.00025, 2, 16);
