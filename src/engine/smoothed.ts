import { metricName } from "../promql/labels.js";
import type { Context } from "./context.js";
import { nativeHistogram } from "./error.js";
import { type Grid, gridBuilder } from "./grid.js";
import { labelValue } from "./labels.js";
import type { Matcher } from "./matchers.js";
import type { Shift } from "./select-instant.js";
import { firstFrom, type Points } from "./series.js";

/**
 * The values of `selector smoothed`: between two samples a straight line, after the last one its value. Samples count
 * up to the lookback before and after a step.
 * Source: https://prometheus.io/docs/prometheus/latest/feature_flags/#extended-range-selectors
 */
export function smoothedSeries(matchers: readonly Matcher[], context: Context, shift: Shift): Grid {
  const { budget, storage, steps, settings } = context;
  const found = storage.select(matchers);
  const builder = gridBuilder(found.length, steps.count, budget);
  for (const series of found) {
    budget.work(steps.count);
    const cell = builder.add({ labels: series.labels, dropName: false });
    const points = storage.points(series);
    for (let step = 0; step < steps.count; step++) {
      const time = shift.start + step * shift.step;
      const near = (other: number) => other > time - settings.lookback && other <= time + settings.lookback;
      if (points.natives.some(near)) throw nativeHistogram(labelValue(series.labels, metricName));
      const value = smoothedValue(points, time, near);
      if (value !== undefined) builder.put(cell + step, value);
    }
  }
  return builder.finish();
}

function smoothedValue({ times, values }: Points, time: number, near: (time: number) => boolean): number | undefined {
  const next = firstFrom(times, times.length, time);
  const [after, before] = [times[next], times[next - 1]];
  if (after === time) return values[next];
  if (before === undefined || !near(before)) return undefined;
  if (after === undefined || !near(after)) return values[next - 1];
  return valueBetween({ times, values }, next - 1, time, false);
}

/**
 * The value at a time between a sample and the next one. A counter that was reset between them is taken to have
 * started at 0.
 */
export function valueBetween(
  { times, values }: Pick<Points, "times" | "values">,
  index: number,
  time: number,
  isCounter: boolean,
): number {
  const [from = 0, to = 0] = [times[index], times[index + 1]];
  const [first = 0, second = 0] = [values[index], values[index + 1]];
  const base = isCounter && second < first ? 0 : first;
  return base + ((second - base) * (time - from)) / (to - from);
}
