import type { Cluster } from "./cluster.js";
import { isUnderWay } from "./incidents.js";
import type { Node } from "./nodes.js";
import { noise, type Signal, signal, sum } from "./signal.js";

/** Pods of jobs that a node starts per second. They end within seconds and are removed at once, so no scrape sees them. */
export function passingPods({ clock, seed, incidents }: Cluster, { number }: Pick<Node, "number">): Signal {
  const jitter = noise(clock, `${seed} passing pods ${number}`);
  return signal(clock, (time, k) => {
    const usual = 0.0013 * Math.max(1 + (jitter[k] ?? 0), 0);
    if (!isUnderWay(incidents["no-pod-addresses"], time)) return usual;
    return number === 2 ? 0 : 1.5 * usual;
  });
}

/** The same of all nodes together. */
export function allPassingPods(cluster: Cluster): Signal {
  return sum(
    cluster.clock,
    cluster.nodes.map((node) => passingPods(cluster, node)),
  );
}
