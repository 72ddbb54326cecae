import { metricName } from "../promql/labels.js";
import type { RangeSelector, Subquery } from "../syntax/ast.js";
import { type Context, timeOf, vectorOf } from "./context.js";
import { atMilliseconds, offsetMilliseconds, rangeMilliseconds } from "./durations.js";
import { EngineError, nativeHistogram } from "./error.js";
import type { Grid, Row, Steps } from "./grid.js";
import { labelValue } from "./labels.js";
import { matchersOf } from "./matchers.js";
import type { Points } from "./series.js";

/** A series of a range vector with all its samples; which of them count is told by a window. */
export interface RangeSeries extends Row {
  readonly points: Points;
}

/** A range vector: its series, and where its windows lie. Times are in milliseconds. */
export interface RangeVector {
  readonly series: readonly RangeSeries[];
  readonly range: number;
  /** The end of the first step's window. */
  readonly end: number;
  /** How much later the window of each next step ends; 0 where all steps share one. */
  readonly step: number;
  readonly extension: "anchored" | "smoothed" | undefined;
}

/**
 * The samples of a series in a range, which is open on its left: those from the index `from` to before `to`. With
 * `anchored` and `smoothed` there may be samples around the range too. Windows are reused.
 */
export interface Window {
  readonly times: Float64Array;
  readonly values: Float64Array;
  from: number;
  to: number;
  /** The ends of the range in milliseconds since 1970. */
  start: number;
  end: number;
}

/** Reads a selector with a range, or a subquery. */
export function selectRange(expr: RangeSelector | Subquery, context: Context): RangeVector {
  const { query, steps } = context;
  const range = rangeMilliseconds(expr.range, query);
  const offset = offsetMilliseconds(expr, query);
  const at = atMilliseconds(expr, query);
  const end = (at ?? steps.start) - offset;
  const step = at === undefined ? steps.step : 0;
  if (expr.kind === "Subquery") {
    return { series: subquerySeries(expr, context, { range, end, step }), range, end, step, extension: undefined };
  }
  const found = context.storage.select(matchersOf(expr.vector));
  const series = found.map((each) => ({
    labels: each.labels,
    dropName: false,
    points: context.storage.points(each),
  }));
  return { series, range, end, step, extension: (expr.extension ?? expr.vector.extension)?.text };
}

/**
 * The steps of a subquery are multiples of its own step, whenever the query starts.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/basics/#subquery
 */
function subquerySeries(
  expr: Subquery,
  context: Context,
  { range, end, step }: Pick<RangeVector, "range" | "end" | "step">,
): readonly RangeSeries[] {
  const own = expr.step ? rangeMilliseconds(expr.step, context.query) : context.settings.subqueryStep;
  const from = end - range;
  let start = own * Math.trunc(from / own);
  if (start <= from) start += own;
  const last = end + step * (context.steps.count - 1);
  const count = Math.floor((last - start) / own) + 1;
  if (count <= 0) return [];
  const steps: Steps = { start, step: own, count };
  if (count > maxSubquerySteps) {
    throw new EngineError("limit", `a subquery has more than ${maxSubquerySteps} steps: make its step longer`);
  }
  return seriesOfGrid(vectorOf(expr.expr, { ...context, steps }), steps);
}

const maxSubquerySteps = 10_000_000;

/** Makes a series with samples of each row of a grid. */
function seriesOfGrid({ rows, values, present }: Grid, steps: Steps): RangeSeries[] {
  const all = Float64Array.from({ length: steps.count }, (_, step) => timeOf(steps, step));
  const natives = new Float64Array(0);
  return rows.map((row, k) => {
    const [from, to] = [k * steps.count, (k + 1) * steps.count];
    const isWhole = !present.subarray(from, to).includes(0);
    if (isWhole) return { ...row, points: { times: all, values: values.subarray(from, to), natives } };
    const kept = Array.from(all.keys()).filter((step) => present[from + step] === 1);
    return {
      ...row,
      points: {
        times: Float64Array.from(kept, (step) => all[step] ?? 0),
        values: Float64Array.from(kept, (step) => values[from + step] ?? 0),
        natives,
      },
    };
  });
}

/**
 * The windows of a series, step after step. The ends of a window only move on, so that all of them together pass over
 * the samples once. The window is the same object each time.
 */
export function* windowsOf(vector: RangeVector, series: RangeSeries, context: Context): Generator<Window> {
  const { times, values, natives } = series.points;
  const { lookback } = context.settings;
  const [before, after] = [vector.extension ? lookback : 0, vector.extension === "smoothed" ? lookback : 0];
  const window: Window = { times, values, from: 0, to: 0, start: 0, end: 0 };
  for (let step = 0; step < context.steps.count; step++) {
    window.end = vector.end + step * vector.step;
    window.start = window.end - vector.range;
    const [earliest, latest] = [window.start - before, window.end + after];
    if (step === 0) {
      window.from = firstAfter(times, earliest);
      window.to = firstAfter(times, latest);
    }
    while (window.from < times.length && (times[window.from] ?? 0) <= earliest) window.from++;
    while (window.to < times.length && (times[window.to] ?? 0) <= latest) window.to++;
    if (natives.length > 0 && natives.some((time) => time > earliest && time <= latest)) {
      throw nativeHistogram(labelValue(series.labels, metricName));
    }
    yield window;
  }
}

/** The index of the first time after another. */
export function firstAfter(times: Float64Array, time: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}
