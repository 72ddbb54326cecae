import type { Cluster } from "../cluster.js";
import { exponential, histogram, linear } from "../histogram.js";
import { count, type Instrument, single } from "../instrument.js";
import type { Node } from "../nodes.js";
import { noise, scaled, signal, sinceStart, total } from "../signal.js";
import { restClient } from "./rest-client.js";

/** What kube-proxy of a node gives. */
export function* kubeProxy(cluster: Cluster, node: Node, starts: readonly number[]): Generator<Instrument> {
  const { clock, seed } = cluster;
  const jitter = noise(clock, `${seed} kube-proxy ${node.name}`);
  const rate = signal(clock, (_, k) => 0.035 * Math.max(1 + (jitter[k] ?? 0), 0));
  const syncs = sinceStart(total(clock, rate), starts);
  yield* histogram("kubeproxy_sync_proxy_rules_duration_seconds", {}, exponential(0.001, 2, 15), [
    { count: syncs, median: 0.045, steepness: 3.5 },
  ]);
  yield* histogram("kubeproxy_network_programming_duration_seconds", {}, programmingBounds, [
    { count: scaled(syncs, 0.4), median: 0.42, steepness: 2.6 },
  ]);
  const last = (time: number) => Math.floor(time / 1000 - (time % 28_000) / 1000);
  yield single("kubeproxy_sync_proxy_rules_last_timestamp_seconds", {}, last);
  yield single("kubeproxy_sync_proxy_rules_last_queued_timestamp_seconds", {}, (time) => last(time) - 1);
  yield count("kubeproxy_sync_proxy_rules_endpoint_changes_total", {}, scaled(syncs, 0.3));
  yield single("kubeproxy_sync_proxy_rules_endpoint_changes_pending", {}, 0);
  yield count("kubeproxy_sync_proxy_rules_service_changes_total", {}, scaled(syncs, 0.02));
  yield single("kubeproxy_sync_proxy_rules_service_changes_pending", {}, 0);
  yield single("kubeproxy_sync_proxy_rules_iptables_restore_failures_total", {}, 0);
  yield single("kubeproxy_sync_proxy_rules_iptables_total", { table: "filter" }, 9);
  yield single("kubeproxy_sync_proxy_rules_iptables_total", { table: "nat" }, 118);
  yield* restClient(cluster, `kube-proxy ${node.name}`, { starts, perSecond: 0.06, host: "10.100.0.1:443" });
}

/** Source: https://github.com/kubernetes/kubernetes/blob/master/pkg/proxy/metrics/metrics.go */
const programmingBounds = [...linear(0.25, 0.25, 2), ...linear(1, 1, 59), ...linear(60, 5, 12), ...linear(120, 30, 7)];
