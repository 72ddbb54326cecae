import { type CrashLoop, crashLoop, progressWithin, runsWithin } from "./crash-loop.js";
import type { Incidents } from "./incidents.js";
import type { Presence } from "./instrument.js";
import type { Node } from "./nodes.js";
import { randomDigits, randomNumbers, randomUuid } from "./random.js";
import { type Clock, level, noise, type Reading, type Signal, signal } from "./signal.js";
import { type ContainerPlan, type WorkloadPlan, workloads } from "./workloads.js";

/** A pod of the demo cluster. Times are in milliseconds since 1970. */
export interface Pod {
  readonly namespace: string;
  readonly name: string;
  readonly uid: string;
  /** Empty while it has no address. */
  readonly ip: string;
  readonly node: Node;
  readonly workload: WorkloadPlan;
  readonly created: number;
  /** Set for a pod that waits for an address and never runs. */
  readonly isWaiting: boolean;
  readonly containers: readonly Container[];
  /** Bytes received and sent per second; nothing for a pod in the network of its node. */
  readonly traffic?: Signal;
}

/** A container of a pod. */
export interface Container {
  readonly plan: ContainerPlan;
  readonly id: string;
  /** The times at which it was started, in order. */
  readonly starts: readonly number[];
  /** After the last of them it is started again and again, so many milliseconds apart; not, where this is missing. */
  readonly every?: number;
  readonly runs: Presence;
  readonly crashes?: CrashLoop;
  /** Cores in use. */
  readonly cpu: Signal;
  /** Bytes of its working set. */
  readonly memoryAt: Reading;
}

/** What the pods are made from. */
export interface PodContext {
  readonly seed: string;
  readonly now: number;
  readonly clock: Clock;
  readonly nodes: readonly Node[];
  readonly incidents: Incidents;
  /** How much is asked of the cluster: about 1 in the busiest hours. */
  readonly demand: Signal;
}

/** All pods, in the order of their workloads. */
export function createPods(context: PodContext): Pod[] {
  const addresses = new Map<number, number>();
  return workloads.flatMap((workload) => {
    const places = [...workload.nodes, ...Array.from({ length: workload.added ?? 0 }, () => 2)];
    return places.flatMap((place, replica) => {
      const node = context.nodes[place];
      if (!node) return [];
      const used = addresses.get(place) ?? 0;
      const isWaiting = !workload.hostNetwork && used >= node.addresses;
      if (!workload.hostNetwork && !isWaiting) addresses.set(place, used + 1);
      return [createPod(context, workload, node, replica, { isWaiting, ip: podIp(node, used, workload, isWaiting) })];
    });
  });
}

function createPod(
  context: PodContext,
  workload: WorkloadPlan,
  node: Node,
  replica: number,
  { ip, isWaiting }: Pick<Pod, "ip" | "isWaiting">,
): Pod {
  const { seed, clock, incidents, demand } = context;
  const key = `${workload.namespace}/${workload.name}/${replica}`;
  const isAdded = replica >= workload.nodes.length;
  const created = isAdded ? incidents["no-pod-addresses"].since : node.booted + 90_000 + 7000 * replica;
  const busy = workload.service ? 9000 : 900;
  const jitter = noise(clock, `${seed} traffic ${key}`);
  const begun = (time: number) => (time >= created && !isWaiting ? 1 : 0);
  return {
    ...{ namespace: workload.namespace, name: podName(seed, workload, replica), uid: randomUuid(`${seed} pod ${key}`) },
    ...{ ip, node, workload, created, isWaiting },
    containers: workload.containers.map((plan) => createContainer(context, plan, key, { created, isWaiting })),
    ...(!workload.hostNetwork && {
      traffic: signal(
        clock,
        (time, k) => begun(time) * (600 + busy * (demand[k] ?? 0)) * Math.max(1 + 0.15 * (jitter[k] ?? 0), 0.1),
      ),
    }),
  };
}

function createContainer(
  { seed, now, clock, incidents, demand }: PodContext,
  plan: ContainerPlan,
  key: string,
  { created, isWaiting }: Pick<Pod, "created" | "isWaiting">,
): Container {
  const name = `${key}/${plan.name}`;
  const [work, size] = [noise(clock, `${seed} cpu ${name}`), noise(clock, `${seed} memory ${name}`)];
  const started = created + 4000;
  const restarts = (plan.restarted ?? []).map((hours) => now - Math.round(hours * 3_600_000));
  const crashes = plan.name === "checkout" ? crashLoop(incidents["crash-looping-pod"].since) : undefined;
  const runsNow = crashes && runsWithin(crashes);
  const grown = crashes && progressWithin(crashes);
  const runs = (time: number) => !isWaiting && time >= started && (!runsNow || runsNow(time));
  const { used, limit } = plan.memory;
  const spare = Math.max((limit ?? 2 * used) - used, 0) * 0.97;
  const everyday = level(
    clock,
    signal(clock, (_, k) => used * (0.9 + 0.1 * (demand[k] ?? 0)) * (1 + 0.02 * (size[k] ?? 0))),
  );
  const memoryAt = (time: number) =>
    runs(time) ? Math.round((everyday(time) + spare * (grown?.(time) ?? 0)) * 2 ** 20) : 0;
  return {
    ...{ plan, id: `containerd://${randomDigits(`${seed} container ${name}`, 64)}`, runs },
    starts: isWaiting ? [] : [started, ...restarts, ...(crashes?.starts ?? [])],
    ...(crashes && { crashes, every: crashes.every }),
    cpu: signal(clock, (time, k) => {
      if (!runs(time)) return 0;
      const cores = (plan.cpu.idle + plan.cpu.busy * (demand[k] ?? 0)) * Math.max(1 + 0.2 * (work[k] ?? 0), 0.2);
      return Math.min(cores, plan.cpu.limit ?? 1);
    }),
    memoryAt,
  };
}

function podIp(node: Node, used: number, { hostNetwork }: WorkloadPlan, isWaiting: boolean): string {
  if (isWaiting) return "";
  return hostNetwork ? node.ip : node.ip.replace(/\d+$/, String(130 + 11 * used));
}

function podName(seed: string, { kind, name }: WorkloadPlan, replica: number): string {
  if (kind === "StatefulSet") return `${name}-${replica}`;
  const suffix = lettersOf(`${seed} pod ${name} ${replica}`, 5);
  return kind === "DaemonSet" ? `${name}-${suffix}` : `${replicaSetName(seed, name)}-${suffix}`;
}

/** The name of the replica set of a deployment. */
export function replicaSetName(seed: string, deployment: string): string {
  return `${deployment}-${lettersOf(`${seed} set ${deployment}`, 10)}`;
}

/** The letters that Kubernetes takes for the ends of names. */
function lettersOf(seed: string, length: number): string {
  const letters = "bcdfghjklmnpqrstvwxz2456789";
  const next = randomNumbers(seed);
  return Array.from({ length }, () => letters.charAt(Math.floor(next() * letters.length))).join("");
}
