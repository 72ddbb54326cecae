import type { Cluster } from "../cluster.js";
import { type Instrument, type Presence, single, states } from "../instrument.js";
import { type Pod, replicaSetName } from "../pods.js";

/** What kube-state-metrics gives of the pods. */
export function* podStates(cluster: Cluster): Generator<Instrument> {
  for (const pod of cluster.pods) yield* podState(cluster, pod);
}

/** When a pod is there: always, where it is older than what is simulated. */
export function presenceOf({ created }: Pod, { clock }: Cluster): Presence | undefined {
  return created < clock.start ? undefined : (time) => time >= created;
}

/** Whether all containers of a pod run. */
export function isReady({ containers }: Pod, time: number): boolean {
  return containers.every(({ runs }) => runs(time));
}

function* podState(cluster: Cluster, pod: Pod): Generator<Instrument> {
  const { namespace, name, uid, node, workload, ip, created, isWaiting } = pod;
  const present = presenceOf(pod, cluster);
  const labels = { namespace, pod: name, uid };
  const owner = ownerOf(cluster, pod);
  const placed = { host_ip: node.ip, host_network: String(workload.hostNetwork ?? false), node: node.name, pod_ip: ip };
  const priority_class = workload.namespace === "kube-system" ? "system-cluster-critical" : "";
  yield single("kube_pod_info", { ...labels, ...placed, ...owner, priority_class }, 1, present);
  yield single(
    "kube_pod_owner",
    { ...labels, owner_is_controller: "true", owner_kind: owner.created_by_kind, owner_name: owner.created_by_name },
    1,
    present,
  );
  yield single("kube_pod_created", labels, Math.floor(created / 1000), present);
  yield single("kube_pod_status_scheduled", { ...labels, condition: "true" }, 1, present);
  const starts = (time: number) => isWaiting || time < created + 4000;
  const phases = ["Pending", "Running", "Succeeded", "Failed", "Unknown"];
  yield* states(
    "kube_pod_status_phase",
    labels,
    "phase",
    phases,
    (time) => (starts(time) ? "Pending" : "Running"),
    present,
  );
  const conditions = ["true", "false", "unknown"];
  yield* states(
    "kube_pod_status_ready",
    labels,
    "condition",
    conditions,
    (time) => String(isReady(pod, time)),
    present,
  );
}

function ownerOf({ seed }: Cluster, { workload: { kind, name } }: Pod) {
  return kind === "Deployment"
    ? { created_by_kind: "ReplicaSet", created_by_name: replicaSetName(seed, name) }
    : { created_by_kind: kind, created_by_name: name };
}
