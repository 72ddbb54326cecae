import type { Cluster } from "../cluster.js";
import { exponential, histogram } from "../histogram.js";
import { isUnderWay } from "../incidents.js";
import { count, type Instrument, single } from "../instrument.js";
import { noise, signal, sinceStart, total } from "../signal.js";
import { restClient } from "./rest-client.js";

/** What the controller manager gives, which EKS runs. */
export function* kubeControllerManager(cluster: Cluster, starts: readonly number[]): Generator<Instrument> {
  const { clock, seed, nodes, incidents } = cluster;
  for (const [name, perSecond] of Object.entries({ deployment: 0.08, endpoint_slice: 0.11, replicaset: 0.09 })) {
    const jitter = noise(clock, `${seed} queue ${name}`);
    const rate = signal(clock, (_, k) => perSecond * Math.max(1 + 0.5 * (jitter[k] ?? 0), 0));
    const added = sinceStart(total(clock, rate), starts);
    yield count("workqueue_adds_total", { name }, added);
    yield count("workqueue_retries_total", { name }, (time) => 0.01 * added(time));
    yield single("workqueue_depth", { name }, 0);
    yield single("workqueue_unfinished_work_seconds", { name }, 0);
    const kinds = [{ count: added, median: 8e-6, steepness: 2.2 }];
    yield* histogram("workqueue_queue_duration_seconds", { name }, exponential(1e-8, 10, 10), kinds);
    const slowly = signal(clock, (time, k) =>
      isUnderWay(incidents["slow-apiserver"], time) ? 0.4 * (rate[k] ?? 0) : 0,
    );
    const late = sinceStart(total(clock, slowly), starts);
    yield* histogram("workqueue_work_duration_seconds", { name }, exponential(1e-8, 10, 10), [
      { count: (time) => added(time) - late(time), median: 0.006, steepness: 2.6 },
      { count: late, median: 1.3, steepness: 4 },
    ]);
  }
  yield single("leader_election_master_status", { name: "kube-controller-manager" }, 1);
  for (const { zone } of nodes) {
    yield single("node_collector_zone_size", { zone: `ap-northeast-2::${zone}` }, 1);
    yield single("node_collector_zone_health", { zone: `ap-northeast-2::${zone}` }, 100);
    yield single("node_collector_unhealthy_nodes_in_zone", { zone: `ap-northeast-2::${zone}` }, 0);
  }
  yield* restClient(cluster, "controller manager", { starts, perSecond: 2.3, host: "localhost:10257" });
}
