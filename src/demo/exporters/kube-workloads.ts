import type { Cluster } from "../cluster.js";
import { type Instrument, single } from "../instrument.js";
import { replicaSetName } from "../pods.js";
import { randomNumbers, randomUuid } from "../random.js";
import type { Reading } from "../signal.js";
import type { WorkloadPlan } from "../workloads.js";
import { workloads } from "../workloads.js";
import { isReady } from "./kube-pods.js";

/** What kube-state-metrics gives of deployments and their replica sets, daemon sets, stateful sets, services and claims. */
export function* workloadStates(cluster: Cluster): Generator<Instrument> {
  const created = Math.floor((cluster.nodes[0]?.booted ?? 0) / 1000);
  for (const workload of workloads) {
    yield* replicas(cluster, workload, created);
    yield* service(cluster, workload, created);
    yield* claim(workload);
  }
}

function* replicas(cluster: Cluster, { kind, namespace, name }: WorkloadPlan, created: number): Generator<Instrument> {
  const pods = cluster.pods.filter(({ workload }) => workload.name === name);
  const isOlder = pods.every(
    (pod) => pod.created < cluster.clock.start && pod.containers.every(({ starts }) => starts.length === 1),
  );
  const counted = (reading: Reading) => (isOlder ? pods.length : reading);
  const exist = counted((time) => pods.filter((pod) => pod.created <= time).length);
  const ready = counted((time) => pods.filter((pod) => pod.created <= time && isReady(pod, time)).length);
  const missing = isOlder
    ? 0
    : (time: number) => pods.filter((pod) => pod.created <= time && !isReady(pod, time)).length;
  switch (kind) {
    case "Deployment": {
      const deployment = { namespace, deployment: name };
      yield single("kube_deployment_created", deployment, created);
      yield single("kube_deployment_spec_replicas", deployment, exist);
      yield single("kube_deployment_spec_paused", deployment, 0);
      yield single("kube_deployment_metadata_generation", deployment, 1);
      yield single("kube_deployment_status_observed_generation", deployment, 1);
      yield single("kube_deployment_status_replicas", deployment, exist);
      yield single("kube_deployment_status_replicas_updated", deployment, exist);
      yield single("kube_deployment_status_replicas_ready", deployment, ready);
      yield single("kube_deployment_status_replicas_available", deployment, ready);
      yield single("kube_deployment_status_replicas_unavailable", deployment, missing);
      const set = { namespace, replicaset: replicaSetName(cluster.seed, name) };
      const owner = { owner_is_controller: "true", owner_kind: "Deployment", owner_name: name };
      yield single("kube_replicaset_owner", { ...set, ...owner }, 1);
      yield single("kube_replicaset_spec_replicas", set, exist);
      yield single("kube_replicaset_status_replicas", set, exist);
      yield single("kube_replicaset_status_ready_replicas", set, ready);
      return;
    }
    case "DaemonSet": {
      const daemonset = { namespace, daemonset: name };
      yield single("kube_daemonset_created", daemonset, created);
      yield single("kube_daemonset_status_desired_number_scheduled", daemonset, exist);
      yield single("kube_daemonset_status_current_number_scheduled", daemonset, exist);
      yield single("kube_daemonset_status_updated_number_scheduled", daemonset, exist);
      yield single("kube_daemonset_status_number_available", daemonset, ready);
      yield single("kube_daemonset_status_number_ready", daemonset, ready);
      yield single("kube_daemonset_status_number_unavailable", daemonset, missing);
      yield single("kube_daemonset_status_number_misscheduled", daemonset, 0);
      return;
    }
    case "StatefulSet": {
      const statefulset = { namespace, statefulset: name };
      yield single("kube_statefulset_created", statefulset, created);
      yield single("kube_statefulset_replicas", statefulset, exist);
      yield single("kube_statefulset_status_replicas", statefulset, exist);
      yield single("kube_statefulset_status_replicas_ready", statefulset, ready);
      yield single("kube_statefulset_status_replicas_updated", statefulset, exist);
      yield single("kube_statefulset_metadata_generation", statefulset, 1);
      yield single("kube_statefulset_status_observed_generation", statefulset, 1);
    }
  }
}

function* service({ seed }: Cluster, { namespace, service }: WorkloadPlan, created: number): Generator<Instrument> {
  if (!service) return;
  const labels = { namespace, service: service.name, uid: randomUuid(`${seed} service ${service.name}`) };
  const address = randomNumbers(`${seed} address ${service.name}`);
  const cluster_ip = `10.100.${Math.floor(address() * 256)}.${1 + Math.floor(address() * 254)}`;
  yield single("kube_service_info", { ...labels, cluster_ip, external_name: "", load_balancer_ip: "" }, 1);
  yield single("kube_service_created", labels, created);
  yield single("kube_service_spec_type", { ...labels, type: service.type }, 1);
}

function* claim({ namespace, claim }: WorkloadPlan): Generator<Instrument> {
  if (!claim) return;
  const labels = { namespace, persistentvolumeclaim: `${claim.name}-0` };
  const volume = { storageclass: "gp3", volumemode: "Filesystem", volumename: `pvc-${claim.name}` };
  yield single("kube_persistentvolumeclaim_info", { ...labels, ...volume }, 1);
  yield single("kube_persistentvolumeclaim_resource_requests_storage_bytes", labels, claim.gibibytes * 2 ** 30);
  yield single("kube_persistentvolumeclaim_access_mode", { ...labels, access_mode: "ReadWriteOnce" }, 1);
  for (const phase of ["Bound", "Lost", "Pending"]) {
    yield single("kube_persistentvolumeclaim_status_phase", { ...labels, phase }, phase === "Bound" ? 1 : 0);
  }
}
