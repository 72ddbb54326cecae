import type { Tick } from "./axis.js";
import { clockText, dayText } from "./moment.js";

const [minute, hour, day] = [60, 3600, 86_400];

/** Seconds between times that people find round. */
const roundSteps: readonly number[] = [
  ...[0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5],
  ...[1, 2, 5, 10, 15, 30],
  ...[1, 2, 5, 10, 15, 30].map((count) => count * minute),
  ...[1, 2, 3, 6, 12].map((count) => count * hour),
  ...[1, 2, 7, 14, 28, 91, 182, 365, 730, 1825, 3650, 36_500].map((count) => count * day),
];

/** The least round number of seconds that is not below another; that itself where it is longer than a century. */
export function roundSeconds(least: number): number {
  return roundSteps.find((step) => step >= least) ?? Math.ceil(least);
}

/** Round times between two, in seconds since 1970, each with its text; at most one for so many columns as it needs. */
export function timeTicks(start: number, end: number, columns: number): readonly Tick[] {
  if (!(end > start)) return [{ at: 0, text: clockText(start) }];
  const most = Math.max(1, Math.floor(columns / 12));
  const step = roundSeconds((end - start) / most);
  const first = Math.ceil(start / step);
  const count = Math.max(0, Math.floor(end / step) - first + 1);
  return Array.from({ length: Math.min(count, most + 1) }, (_, k) => {
    const time = (first + k) * step;
    return { at: (time - start) / (end - start), text: tickText(time, step) };
  });
}

function tickText(time: number, step: number): string {
  if (step >= day) return dayText(time);
  const clock = clockText(time);
  return step >= minute ? clock.slice(0, 5) : clock;
}
