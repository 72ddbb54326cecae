import { type Incidents, incidentsBefore, isUnderWay } from "./incidents.js";
import { createNodes, type Node } from "./nodes.js";
import { createPods, type Pod } from "./pods.js";
import { type Clock, noise, type Signal, signal } from "./signal.js";

/** All that is simulated of the demo cluster. Times are in milliseconds since 1970. */
export interface Cluster {
  readonly seed: string;
  /** The moment from which the incidents are told. */
  readonly now: number;
  readonly clock: Clock;
  readonly incidents: Incidents;
  readonly nodes: readonly Node[];
  readonly pods: readonly Pod[];
  /** How much is asked of the cluster: about 1 in the busiest hours. */
  readonly demand: Signal;
  /** Requests per second to the shop, and the part of them that ends with an error. */
  readonly requests: Signal;
  readonly failing: Signal;
}

/** Which cluster is simulated, and when. */
export interface ClusterOptions {
  /** Another seed gives other names and other noise. */
  readonly seed?: string;
  /** In milliseconds since 1970. */
  readonly now: number;
  /** How many hours before now it starts, and after now it ends; with 24 or more, the last day is repeated without end. */
  readonly hoursBefore: number;
  readonly hoursAfter?: number;
}

/** Simulates the cluster. The same options give the same cluster. */
export function createCluster({ seed = "demo", now, hoursBefore, hoursAfter = 0 }: ClusterOptions): Cluster {
  const incidents = incidentsBefore(now);
  const steps = Math.ceil(((hoursBefore + hoursAfter) * 3_600_000) / step) + 2;
  const start = now - Math.round(hoursBefore * 3_600_000);
  const clock = { start, step, length: steps, ...(hoursAfter >= 24 && { repeated: 86_400_000 / step }) };
  const jitter = noise(clock, `${seed} demand`);
  const demand = signal(clock, (time, k) => Math.max(everyday(time) + 0.05 * (jitter[k] ?? 0), 0.05));
  const nodes = createNodes(seed, now);
  const errors = noise(clock, `${seed} errors`);
  return {
    ...{ seed, now, clock, incidents, nodes, demand },
    pods: createPods({ seed, now, clock, nodes, incidents, demand }),
    requests: signal(clock, (_, k) => 48 * (demand[k] ?? 0)),
    failing: signal(clock, (time, k) => {
      const usual = 0.002 * (1 + 0.5 * (errors[k] ?? 0));
      return Math.max(isUnderWay(incidents["nginx-5xx"], time) ? 0.34 + 0.05 * (errors[k] ?? 0) : usual, 0);
    }),
  };
}

/** How finely quantities are simulated, in milliseconds. */
const step = 30_000;

/** A quiet night, a busy evening in Seoul, and a wave every nine minutes. */
function everyday(time: number): number {
  const hour = (time / 3_600_000 + 9) % 24;
  const day = (1 + Math.cos(((hour - 20) / 12) * Math.PI)) / 2;
  return 0.2 + 0.75 * day + 0.05 * Math.sin((time / 540_000) * 2 * Math.PI);
}
