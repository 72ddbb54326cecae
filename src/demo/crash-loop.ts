import type { Presence } from "./instrument.js";

/** When a container of a crash loop starts and dies, in milliseconds since 1970. */
export interface CrashLoop {
  readonly starts: readonly number[];
  readonly deaths: readonly number[];
}

/**
 * Starts a container until a time, as the kubelet does: it waits twice as long after each death, at most 5 minutes.
 * Source: https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy
 */
export function crashLoop(since: number, until: number): CrashLoop {
  const starts: number[] = [];
  const deaths: number[] = [since];
  for (let pause = 10_000, death = since; death < until; pause = Math.min(2 * pause, 300_000)) {
    starts.push(death + pause);
    death += pause + lifetime;
    deaths.push(death);
  }
  return { starts, deaths };
}

/** How long the container lives each time, in milliseconds. */
const lifetime = 65_000;

/** Whether the container runs: it does before the first death, and between each start and the next death. */
export function runsWithin({ starts, deaths }: CrashLoop): Presence {
  return (time) => {
    const begun = countUpTo(starts, time);
    return begun === countUpTo(deaths, time);
  };
}

/** How far it is from its start (0) to its death (1); 0 while it does not run. */
export function progressWithin({ starts, deaths }: CrashLoop): (time: number) => number {
  return (time) => {
    const begun = countUpTo(starts, time);
    const start = starts[begun - 1];
    return start === undefined || begun !== countUpTo(deaths, time) ? 0 : Math.min((time - start) / lifetime, 1);
  };
}

/** How many of some times, in order, are not after another. */
export function countUpTo(times: readonly number[], time: number): number {
  let count = 0;
  while (count < times.length && (times[count] ?? 0) <= time) count++;
  return count;
}
