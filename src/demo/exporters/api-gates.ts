import type { Cluster } from "../cluster.js";
import { histogram } from "../histogram.js";
import { isUnderWay } from "../incidents.js";
import { count, type Instrument, single } from "../instrument.js";
import { level, noise, signal, sinceStart, total } from "../signal.js";
import { steady } from "./process.js";

/** An API server: `slow` for the one that the incident hits. */
export interface ApiServer {
  readonly key: string;
  readonly slow: boolean;
  readonly starts: readonly number[];
}

/** What a request passes in an API server besides its store: priorities, webhooks, other servers; and what is outdated. */
export function* apiGates(cluster: Cluster, server: ApiServer): Generator<Instrument> {
  yield* priorities(cluster, server);
  yield* webhooks(cluster, server);
  for (const name of ["v1.metrics.eks.amazonaws.com", "v1beta1.metrics.k8s.io"])
    yield single("aggregator_unavailable_apiservice", { name }, 0);
  const outdated = { group: "", version: "v1", resource: "componentstatuses", subresource: "" };
  yield single("apiserver_requested_deprecated_apis", { ...outdated, removed_release: "" }, 1);
  const asked = sinceStart(total(cluster.clock, steady(cluster, 1 / 300)), server.starts);
  const request = { ...outdated, verb: "LIST", scope: "cluster", component: "apiserver", code: "200", dry_run: "" };
  yield count("apiserver_request_total", request, asked);
}

/**
 * The seats of an API server with the usual 600 at once, by priority level, and how much of the requests takes them.
 * Source: https://kubernetes.io/docs/concepts/cluster-administration/flow-control/
 */
const levels = [
  { priority_level: "leader-election", flow_schema: "system-leader-election", seats: 25, part: 0.2 },
  { priority_level: "node-high", flow_schema: "system-node-high", seats: 98, part: 0.35 },
  { priority_level: "system", flow_schema: "system-nodes", seats: 74, part: 0.15 },
  { priority_level: "workload-low", flow_schema: "service-accounts", seats: 245, part: 0.3 },
] as const;

function* priorities({ clock, seed, incidents, demand }: Cluster, { key, slow }: ApiServer): Generator<Instrument> {
  const work = level(clock, demand);
  const factor = (time: number) => (slow && isUnderWay(incidents["slow-apiserver"], time) ? 9 : 1);
  for (const { priority_level, flow_schema, seats, part } of levels) {
    const jitter = level(clock, noise(clock, `${seed} seats ${key} ${priority_level}`));
    yield single("apiserver_flowcontrol_nominal_limit_seats", { priority_level }, seats);
    yield count("apiserver_flowcontrol_current_executing_seats", { priority_level, flow_schema }, (time) =>
      Math.max(factor(time) * part * (2 + 2 * work(time) + jitter(time)), 0),
    );
  }
}

/** The webhook that EKS brings for changes of nodes. */
function* webhooks({ clock, seed }: Cluster, { key, starts }: ApiServer): Generator<Instrument> {
  const jitter = noise(clock, `${seed} webhook ${key}`);
  const asked = sinceStart(
    total(
      clock,
      signal(clock, (_, k) => 0.05 * Math.max(1 + 0.3 * (jitter[k] ?? 0), 0)),
    ),
    starts,
  );
  const labels = { name: "vnode.vpc.k8s.aws", operation: "UPDATE", rejected: "false", type: "validating" };
  yield* histogram("apiserver_admission_webhook_admission_duration_seconds", labels, bounds, [
    { count: asked, median: 0.0042, steepness: 2.6 },
  ]);
}

/** Source: https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/apiserver/pkg/admission/metrics/metrics.go */
const bounds = [0.005, 0.025, 0.1, 0.5, 1, 2.5, 10, 25];
