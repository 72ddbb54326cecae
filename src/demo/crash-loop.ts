import type { Presence } from "./instrument.js";
import { countUpTo, lastUpTo } from "./moments.js";

/** When a container of a crash loop starts and dies, in milliseconds since 1970. */
export interface CrashLoop {
  readonly starts: readonly number[];
  readonly deaths: readonly number[];
  /** After the last of them it starts and dies again and again, so many milliseconds apart. */
  readonly every: number;
}

/**
 * Starts a container as the kubelet does: it waits twice as long after each death, at most 5 minutes.
 * Source: https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy
 */
export function crashLoop(since: number): CrashLoop {
  const starts: number[] = [];
  const deaths: number[] = [since];
  let death = since;
  for (const pause of pauses) {
    starts.push(death + pause);
    death += pause + lifetime;
    deaths.push(death);
  }
  return { starts, deaths, every: longestPause + lifetime };
}

/** In milliseconds. */
const longestPause = 300_000;
const pauses = [10_000, 20_000, 40_000, 80_000, 160_000, longestPause];

/** How long the container lives each time, in milliseconds. With the longest pause it divides a day, which may be repeated. */
const lifetime = 60_000;

/** Whether the container runs: it does before the first death, and between each start and the next death. */
export function runsWithin({ starts, deaths, every }: CrashLoop): Presence {
  return (time) => countUpTo(starts, time, every) === countUpTo(deaths, time, every);
}

/** How far it is from its start (0) to its death (1); 0 while it does not run. */
export function progressWithin(loop: CrashLoop): (time: number) => number {
  const runs = runsWithin(loop);
  return (time) => {
    const start = lastUpTo(loop.starts, time, loop.every);
    return start === undefined || !runs(time) ? 0 : Math.min((time - start) / lifetime, 1);
  };
}
