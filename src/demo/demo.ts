import { type Cluster, createCluster } from "./cluster.js";
import type { Incident } from "./incidents.js";
import type { Target } from "./target.js";
import { createTargets } from "./targets.js";

/** A simulated cluster and what is scraped in it. Times are in milliseconds since 1970. */
export interface Demo {
  /** @internal */
  readonly cluster: Cluster;
  readonly targets: readonly Target[];
  /** What goes wrong, in the order in which it starts. */
  readonly incidents: readonly Incident[];
  /** From when each target is scraped at its own interval; before that, once a minute. */
  readonly recent: number;
}

/** Which demo is made. The same options give the same demo. */
export interface DemoOptions {
  /** The moment that is simulated, in milliseconds since 1970. */
  readonly now: number;
  /** Another seed gives other names and other noise. */
  readonly seed?: string;
  /** How many hours before now the targets are scraped at their own interval: 3, if not given. */
  readonly recentHours?: number;
  /** How many hours before those they are scraped once a minute: 24, if not given. */
  readonly olderHours?: number;
  /**
   * How many hours after now are simulated, so that the demo can be served: none, if not given. With 24 or more there is no
   * end: afterwards each day is like the last one, while counters and ages grow on.
   */
  readonly hoursAfter?: number;
}

/** Simulates a small cluster on EKS with its exporters and incidents. */
export function createDemo({
  now,
  seed = "demo",
  recentHours = 3,
  olderHours = 24,
  hoursAfter = 0,
}: DemoOptions): Demo {
  const cluster = createCluster({ seed, now, hoursBefore: recentHours + olderHours, hoursAfter });
  return {
    ...{ cluster, targets: createTargets(cluster) },
    incidents: Object.values(cluster.incidents).sort((a, b) => a.since - b.since),
    recent: now - Math.round(recentHours * 3_600_000),
  };
}
