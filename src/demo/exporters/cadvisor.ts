import type { Cluster } from "../cluster.js";
import { count, type Instrument, type Presence, single } from "../instrument.js";
import { lastUpTo } from "../moments.js";
import { nodeCpu, nodeMemory, podsOf } from "../node-load.js";
import type { Node } from "../nodes.js";
import type { Container, Pod } from "../pods.js";
import { type Reading, scaled, sinceStart, sum, total } from "../signal.js";

/**
 * What cAdvisor gives within the kubelet: of each container, of each pod (`container` is empty) and of the whole node
 * (`id` is `/`), so that whoever adds up all of it counts everything three times.
 */
export function* cAdvisor(cluster: Cluster, node: Node): Generator<Instrument> {
  const root = { id: "/" };
  yield single("machine_cpu_cores", { machine_id: "", boot_id: "", system_uuid: node.uuid }, node.cores);
  yield single("machine_memory_bytes", { machine_id: "", boot_id: "", system_uuid: node.uuid }, node.memory);
  yield single(
    "container_cpu_usage_seconds_total",
    { ...root, cpu: "total" },
    sinceStart(total(cluster.clock, nodeCpu(cluster, node)), [node.booted]),
  );
  const { used } = nodeMemory(cluster, node);
  yield single("container_memory_working_set_bytes", root, used);
  for (const pod of podsOf(cluster, node)) if (!pod.isWaiting) yield* podMetrics(cluster, pod);
}

function* podMetrics(cluster: Cluster, pod: Pod): Generator<Instrument> {
  const { clock } = cluster;
  const { namespace, name, uid, containers, traffic, created } = pod;
  const present = created < clock.start ? undefined : (time: number) => time >= created + 4000;
  const group = `/kubepods.slice/kubepods-burstable.slice/kubepods-burstable-pod${uid.replaceAll("-", "_")}.slice`;
  const labels = { namespace, pod: name, id: group };
  const cpu = sum(
    clock,
    containers.map((container) => container.cpu),
  );
  yield single(
    "container_cpu_usage_seconds_total",
    { ...labels, cpu: "total" },
    sinceStart(total(clock, cpu), [created]),
    present,
  );
  const memory = (time: number) => containers.reduce((bytes, { memoryAt }) => bytes + memoryAt(time), 0);
  yield count("container_memory_working_set_bytes", labels, memory, present);
  if (traffic) {
    const link = { ...labels, interface: "eth0" };
    const received = sinceStart(total(clock, traffic), [created]);
    yield count("container_network_receive_bytes_total", link, received, present);
    yield count("container_network_transmit_bytes_total", link, scaled(received, 1.7), present);
    yield count("container_network_receive_packets_total", link, scaled(received, 1 / 540), present);
    yield count("container_network_transmit_packets_total", link, scaled(received, 1 / 480), present);
    for (const kind of ["receive_packets_dropped", "transmit_packets_dropped"]) {
      yield single(`container_network_${kind}_total`, link, 0, present);
    }
  }
  for (const container of containers)
    yield* containerMetrics(cluster, labels, container, presenceOf(container, present));
}

/** A container that waits for its next start is not there. */
function presenceOf({ crashes, runs }: Container, present: Presence | undefined): Presence | undefined {
  return crashes ? runs : present;
}

function* containerMetrics(
  { clock }: Cluster,
  pod: { readonly namespace: string; readonly pod: string; readonly id: string },
  { plan, id, cpu, memoryAt, starts, every }: Container,
  present: Presence | undefined,
): Generator<Instrument> {
  const hash = id.replace("containerd://", "");
  const image = `public.ecr.aws/${plan.image}`;
  const labels = { ...pod, id: `${pod.id}/cri-containerd-${hash}.scope`, name: hash, container: plan.name, image };
  const used = sinceStart(total(clock, cpu), starts, every);
  yield single("container_cpu_usage_seconds_total", { ...labels, cpu: "total" }, used, present);
  const mostMemory = (plan.memory.limit ?? Infinity) * 2 ** 20;
  const part =
    (factor: number): Reading =>
    (time) =>
      4096 * Math.round(Math.min(factor * memoryAt(time), mostMemory) / 4096);
  yield single("container_memory_working_set_bytes", labels, part(1), present);
  yield single("container_memory_rss", labels, part(0.82), present);
  yield single("container_memory_cache", labels, (time) => part(1.16)(time) - part(0.82)(time), present);
  yield single("container_memory_usage_bytes", labels, part(1.16), present);
  yield single("container_spec_memory_limit_bytes", labels, Number.isFinite(mostMemory) ? mostMemory : 0, present);
  const started = (time: number) => (lastUpTo(starts, time, every) ?? starts[0] ?? 0) / 1000;
  yield single("container_start_time_seconds", labels, started, present);
  const disk = { ...labels, device: "/dev/nvme0n1" };
  yield count("container_fs_reads_bytes_total", disk, (time) => 4096 * Math.floor(30 * used(time)), present);
  yield count("container_fs_writes_bytes_total", disk, (time) => 4096 * Math.floor(55 * used(time)), present);
  if (plan.cpu.limit === undefined) return;
  const { limit } = plan.cpu;
  const busy = (power: number) =>
    sinceStart(
      total(
        clock,
        cpu.map((cores) => 10 * Math.min(cores / limit, 1) ** power),
      ),
      starts,
      every,
    );
  const throttled = busy(4);
  yield count("container_cpu_cfs_periods_total", labels, busy(1), present);
  yield count("container_cpu_cfs_throttled_periods_total", labels, throttled, present);
  yield single("container_cpu_cfs_throttled_seconds_total", labels, scaled(throttled, 0.031), present);
}
