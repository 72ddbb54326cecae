import type { VectorSelector } from "../syntax/ast.js";
import { type Context, timeOf } from "./context.js";
import { atMilliseconds, offsetMilliseconds } from "./durations.js";
import { nativeHistogram } from "./error.js";
import { type Grid, gridBuilder } from "./grid.js";
import { labelValue } from "./labels.js";
import { markAt } from "./marks.js";
import { type Matcher, matchersOf } from "./matchers.js";
import { metricName } from "../promql/labels.js";
import type { Series } from "./series.js";
import { smoothedSeries } from "./smoothed.js";

/** What is written into a cell: the value of a sample, or its time in milliseconds since 1970. */
export type SampleField = "value" | "time";

/**
 * The latest sample of each series at each step, if it is not older than the lookback and the series has not ended.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/basics/#staleness
 */
export function selectInstant(selector: VectorSelector, context: Context, field: SampleField = "value"): Grid {
  const { query, steps } = context;
  const at = atMilliseconds(selector, query);
  const offset = offsetMilliseconds(selector, query);
  const shift = { start: (at ?? steps.start) - offset, step: at === undefined ? steps.step : 0 };
  if (selector.extension?.text === "smoothed") return smoothedSeries(matchersOf(selector), context, shift);
  return latestSamples(matchersOf(selector), context, shift, field);
}

/** When the selector looks: at the first step, and how much later at each next one. In milliseconds. */
export interface Shift {
  readonly start: number;
  /** 0 where all steps look at one time. */
  readonly step: number;
}

/** The latest samples of the series that fulfil the conditions. */
export function latestSamples(matchers: readonly Matcher[], context: Context, shift: Shift, field: SampleField): Grid {
  const { budget, storage, steps, settings } = context;
  const found = storage.select(matchers);
  const builder = gridBuilder(found.length, steps.count, budget);
  const times = Float64Array.from({ length: steps.count }, (_, step) => shift.start + step * shift.step);
  for (const series of found) {
    budget.work(steps.count);
    const cell = builder.add({ labels: series.labels, dropName: false });
    fillRow(series, times, settings.lookback, field, builder.values, builder.present, cell);
  }
  return builder.finish();
}

/** Times ascend, so that the latest sample is found by going on from that of the step before. */
function fillRow(
  series: Series,
  times: Float64Array,
  lookback: number,
  field: SampleField,
  values: Float64Array,
  present: Uint8Array,
  cell: number,
): void {
  let next = firstAfter(series, times[0] ?? 0);
  for (let step = 0; step < times.length; step++) {
    const time = times[step] ?? 0;
    while (next < series.length && (series.times[next] ?? 0) <= time) next++;
    const latest = next - 1;
    if (latest < 0 || (series.times[latest] ?? 0) <= time - lookback) continue;
    const mark = series.marked ? markAt(series.values, latest) : undefined;
    if (mark === "native") throw nativeHistogram(labelValue(series.labels, metricName));
    if (mark) continue;
    values[cell + step] = (field === "time" ? series.times[latest] : series.values[latest]) ?? 0;
    present[cell + step] = 1;
  }
}

/** The index of the first sample after a time. */
function firstAfter({ times, length }: Series, time: number): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The time of each step in seconds since 1970. */
export function stepSeconds({ steps }: Context): Float64Array {
  return Float64Array.from({ length: steps.count }, (_, step) => timeOf(steps, step) / 1000);
}
