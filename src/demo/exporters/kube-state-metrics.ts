import type { Cluster } from "../cluster.js";
import type { Instrument } from "../instrument.js";
import { single } from "../instrument.js";
import { containerStates } from "./kube-containers.js";
import { jobStates } from "./kube-jobs.js";
import { nodeStates } from "./kube-nodes.js";
import { podStates } from "./kube-pods.js";
import { workloadStates } from "./kube-workloads.js";

/** What kube-state-metrics gives of the objects of the cluster. */
export function* kubeStateMetrics(cluster: Cluster): Generator<Instrument> {
  yield* nodeStates(cluster);
  yield* namespaces(cluster);
  yield* workloadStates(cluster);
  yield* jobStates(cluster);
  yield* podStates(cluster);
  yield* containerStates(cluster);
}

function* namespaces({ nodes, pods }: Cluster): Generator<Instrument> {
  const created = Math.floor((nodes[0]?.booted ?? 0) / 1000) - 900;
  for (const namespace of new Set(["default", "kube-system", ...pods.map((pod) => pod.namespace)])) {
    yield single("kube_namespace_created", { namespace }, created);
    yield single("kube_namespace_labels", { namespace }, 1);
    for (const phase of ["Active", "Terminating"]) {
      yield single("kube_namespace_status_phase", { namespace, phase }, phase === "Active" ? 1 : 0);
    }
  }
}
