import type { Cluster } from "./cluster.js";
import type { Node } from "./nodes.js";
import type { Pod } from "./pods.js";
import { level, noise, type Reading, remembered, type Signal, signal, sum } from "./signal.js";

/** The pods of a node. */
export function podsOf({ pods }: Cluster, node: Node): Pod[] {
  return pods.filter((pod) => pod.node === node);
}

/** Cores that a node uses: those of its containers, and some of the system. */
export function nodeCpu(cluster: Cluster, node: Node): Signal {
  const { clock, seed } = cluster;
  const used = podsOf(cluster, node).flatMap(({ containers }) => containers.map(({ cpu }) => cpu));
  const jitter = noise(clock, `${seed} system ${node.name}`);
  const system = signal(clock, (_, k) => 0.06 * Math.max(1 + 0.3 * (jitter[k] ?? 0), 0.1));
  const all = sum(clock, [...used, system]);
  return all.map((cores) => Math.min(cores, node.cores * 0.97));
}

/** Where the memory of a node is, in bytes. Free, used, cached, buffers and slab make up the whole. */
export interface NodeMemory {
  readonly free: Reading;
  readonly available: Reading;
  readonly used: Reading;
  readonly cached: Reading;
  readonly buffers: number;
  readonly slab: number;
  readonly reclaimable: number;
}

/** Divides the memory of a node: its containers have what they use, and files fill most of the rest. */
export function nodeMemory(cluster: Cluster, node: Node): NodeMemory {
  const { clock, seed } = cluster;
  const containers = podsOf(cluster, node).flatMap((pod) => pod.containers);
  const used = remembered((time) =>
    toPages(containers.reduce((bytes, { memoryAt }) => bytes + memoryAt(time), 0.09 * node.memory)),
  );
  const jitter = level(clock, noise(clock, `${seed} cache ${node.name}`));
  const [buffers, slab, reclaimable] = [2_170_880, toPages(0.03 * node.memory), toPages(0.02 * node.memory)];
  const fixed = buffers + slab;
  const cached = (time: number) => {
    const spare = node.memory - used(time) - fixed;
    return toPages(Math.min(0.45 * node.memory, 0.8 * spare) * (1 + 0.02 * jitter(time)));
  };
  const free = (time: number) => node.memory - used(time) - cached(time) - fixed;
  return {
    ...{ free, used, cached, buffers, slab, reclaimable },
    available: (time) => free(time) + toPages(0.8 * cached(time)) + reclaimable,
  };
}

/** Part of the root file system that is in use, from 0 to 1. */
export function diskUse({ clock, seed, incidents }: Cluster, node: Node): Reading {
  const { since } = incidents["disk-filling-up"];
  const jitter = level(clock, noise(clock, `${seed} disk ${node.name}`));
  return (time) => {
    const hours = node.number === 1 ? Math.max(time - since, 0) / 3_600_000 : 0;
    return Math.min(0.36 + 0.02 * node.number + 0.0004 * jitter(time) + 0.049 * hours, 0.998);
  };
}

function toPages(bytes: number): number {
  return 4096 * Math.round(bytes / 4096);
}
