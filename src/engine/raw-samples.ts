import type { RangeSelector, Subquery } from "../syntax/ast.js";
import type { Context } from "./context.js";
import { extendedEnds } from "./functions/rate.js";
import { compareLabels, withoutName } from "./labels.js";
import type { MatrixSeries, ResultSample } from "./result.js";
import { selectRange, type Window, windowsOf } from "./select-range.js";

/** The samples of a range vector as they are: the result of an instant query that is one. */
export function rawSamples(expr: RangeSelector | Subquery, context: Context): readonly MatrixSeries[] {
  const vector = selectRange(expr, context);
  const found = vector.series.flatMap((series) => {
    const [window] = windowsOf(vector, series, context);
    const samples = window ? samplesOf(window, vector.extension) : [];
    context.budget.hold(samples.length);
    const labels = series.dropName ? withoutName(series.labels) : series.labels;
    return samples.length > 0 ? [{ labels, samples }] : [];
  });
  return found
    .sort((a, b) => compareLabels(a.labels, b.labels))
    .map(({ labels, samples }) => ({ labels: Object.fromEntries(labels.pairs), samples }));
}

/** With `anchored` and `smoothed` there is a sample at each end of the range. */
function samplesOf(window: Window, extension: "anchored" | "smoothed" | undefined): ResultSample[] {
  const ends = extension && extendedEnds(window, extension === "smoothed", false);
  if (extension && !ends) return [];
  const samples: ResultSample[] = [];
  for (let k = ends?.from ?? window.from; k < (ends?.to ?? window.to); k++) {
    samples.push({ time: (window.times[k] ?? 0) / 1000, value: window.values[k] ?? 0 });
  }
  if (!ends) return samples;
  const [first, last] = [window.start, window.end].map((time) => time / 1000);
  return [{ time: first ?? 0, value: ends.left }, ...samples, { time: last ?? 0, value: ends.right }];
}
