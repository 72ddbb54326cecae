import type { Cluster } from "../cluster.js";
import { type Instrument, type Presence, single } from "../instrument.js";
import { countUpTo, lastUpTo } from "../moments.js";
import type { Container, Pod } from "../pods.js";
import { randomDigits } from "../random.js";
import { presenceOf } from "./kube-pods.js";

/** What kube-state-metrics gives of the containers. */
export function* containerStates(cluster: Cluster): Generator<Instrument> {
  for (const pod of cluster.pods) {
    for (const container of pod.containers) {
      const labels = { namespace: pod.namespace, pod: pod.name, uid: pod.uid, container: container.plan.name };
      const present = presenceOf(pod, cluster);
      yield* status(cluster, container, labels, present);
      yield* resources(pod, container, labels, present);
      yield* reasons(pod, container, labels, present ?? (() => true));
    }
  }
}

type ContainerLabels = Readonly<Record<"namespace" | "pod" | "uid" | "container", string>>;

function* status(
  { clock, seed }: Cluster,
  { plan, id, runs, starts, every }: Container,
  labels: ContainerLabels,
  present: Presence | undefined,
): Generator<Instrument> {
  const image = `public.ecr.aws/${plan.image}`;
  const image_id = `public.ecr.aws/${plan.image.split(":")[0] ?? ""}@sha256:${randomDigits(`${seed} image ${image}`, 64)}`;
  yield single(
    "kube_pod_container_info",
    { ...labels, image, image_spec: image, image_id, container_id: id },
    1,
    present,
  );
  const never = starts.length > 0 && (starts[0] ?? 0) < clock.start && starts.length === 1;
  const flag = (holds: (time: number) => boolean) =>
    never ? Number(holds(clock.start)) : (time: number) => Number(holds(time));
  yield single("kube_pod_container_status_ready", labels, flag(runs), present);
  yield single("kube_pod_container_status_running", labels, flag(runs), present);
  yield single(
    "kube_pod_container_status_waiting",
    labels,
    flag((time) => !runs(time)),
    present,
  );
  yield single("kube_pod_container_status_terminated", labels, 0, present);
  const restarts = (time: number) => Math.max(countUpTo(starts, time, every) - 1, 0);
  yield single("kube_pod_container_status_restarts_total", labels, never ? 0 : restarts, present);
  const started = (time: number) => Math.floor((lastUpTo(starts, time, every) ?? 0) / 1000);
  if (starts.length > 0) {
    const running = never ? present : (time: number) => runs(time) && (present?.(time) ?? true);
    yield single("kube_pod_container_state_started", labels, never ? started(clock.start) : started, running);
  }
}

function* resources(
  { node }: Pod,
  { plan: { cpu, memory } }: Container,
  labels: ContainerLabels,
  present: Presence | undefined,
): Generator<Instrument> {
  const bytes = (mebibytes: number | undefined) => mebibytes && mebibytes * 2 ** 20;
  const kinds = [
    { name: "requests", resource: "cpu", unit: "core", value: cpu.request },
    { name: "requests", resource: "memory", unit: "byte", value: bytes(memory.request) },
    { name: "limits", resource: "cpu", unit: "core", value: cpu.limit },
    { name: "limits", resource: "memory", unit: "byte", value: bytes(memory.limit) },
  ];
  for (const { name, resource, unit, value } of kinds) {
    const place = { ...labels, node: node.name, resource, unit };
    if (value) yield single(`kube_pod_container_resource_${name}`, place, value, present);
  }
}

/** There is a series only for the reason that holds. */
function* reasons(
  pod: Pod,
  { crashes, runs, starts }: Container,
  labels: ContainerLabels,
  present: Presence,
): Generator<Instrument> {
  if (pod.isWaiting) {
    const reason = "ContainerCreating";
    yield single("kube_pod_container_status_waiting_reason", { ...labels, reason }, 1, present);
  }
  if (!crashes) {
    if (starts.length < 2) return;
    const since = (time: number) => starts.length > 1 && time >= (starts[1] ?? 0);
    yield single("kube_pod_container_status_last_terminated_reason", { ...labels, reason: "Completed" }, 1, since);
    yield single("kube_pod_container_status_last_terminated_exitcode", labels, 0, since);
    return;
  }
  const [firstDeath = 0] = crashes.deaths;
  const since = (time: number) => time >= firstDeath;
  const waits = (time: number) => since(time) && !runs(time);
  yield single("kube_pod_container_status_waiting_reason", { ...labels, reason: "CrashLoopBackOff" }, 1, waits);
  yield single("kube_pod_container_status_last_terminated_reason", { ...labels, reason: "OOMKilled" }, 1, since);
  yield single("kube_pod_container_status_last_terminated_exitcode", labels, 137, since);
}
