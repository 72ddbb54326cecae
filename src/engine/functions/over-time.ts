import { addToMean, exactSum, lostBy, meanOf, noMean } from "../kahan.js";
import { quantileOf, warnOfQuantile } from "../quantile.js";
import type { RangeFunction } from "../range-call.js";
import type { Window } from "../select-range.js";

/** A function of the window alone. */
export function ofWindow(evaluate: (window: Window) => number | undefined): RangeFunction {
  return () => evaluate;
}

/** `sum_over_time` */
export const sumOverTime = ofWindow(({ values, from, to }) => exactSum(values, from, to));

/** `avg_over_time` */
export const avgOverTime = ofWindow(({ values, from, to }) => {
  const mean = noMean();
  for (let k = from; k < to; k++) addToMean(mean, values[k] ?? 0);
  return meanOf(mean);
});

/** `count_over_time` */
export const countOverTime = ofWindow(({ from, to }) => to - from);
/** `present_over_time` */
export const presentOverTime = ofWindow(() => 1);
/** `first_over_time` */
export const firstOverTime = ofWindow(({ values, from }) => values[from]);
/** `last_over_time` */
export const lastOverTime = ofWindow(({ values, to }) => values[to - 1]);
/** `ts_of_first_over_time` */
export const tsOfFirstOverTime = ofWindow(({ times, from }) => (times[from] ?? 0) / 1000);
/** `ts_of_last_over_time` */
export const tsOfLastOverTime = ofWindow(({ times, to }) => (times[to - 1] ?? 0) / 1000);

/** `max_over_time`, `min_over_time`; a number wins over NaN. */
export function extremeOverTime(wins: (value: number, best: number) => boolean): RangeFunction {
  return ofWindow(({ values, from, to }) => values[bestOf(values, from, to, wins)]);
}

/** `ts_of_max_over_time`, `ts_of_min_over_time`, in seconds; of equal values the last one counts. */
export function tsOfExtremeOverTime(wins: (value: number, best: number) => boolean): RangeFunction {
  return ofWindow(({ times, values, from, to }) => (times[bestOf(values, from, to, wins)] ?? 0) / 1000);
}

function bestOf(
  values: Float64Array,
  from: number,
  to: number,
  wins: (value: number, best: number) => boolean,
): number {
  let best = from;
  for (let k = from; k < to; k++) {
    const [value = 0, held = 0] = [values[k], values[best]];
    if (wins(value, held) || Number.isNaN(held)) best = k;
  }
  return best;
}

/** `stdvar_over_time`, with Welford's method. */
export const stdvarOverTime = ofWindow(variance);
/** `stddev_over_time` */
export const stddevOverTime = ofWindow((window) => Math.sqrt(variance(window)));

function variance({ values, from, to }: Window): number {
  let [count, mean, lostMean, sum, lostSum] = [0, 0, 0, 0, 0];
  for (let k = from; k < to; k++) {
    const value = values[k] ?? 0;
    count++;
    const off = value - (mean + lostMean);
    const part = off / count;
    const nextMean = mean + part;
    lostMean = finite(nextMean, lostMean + lostBy(mean, part, nextMean));
    mean = nextMean;
    const square = off * (value - (mean + lostMean));
    const nextSum = sum + square;
    lostSum = finite(nextSum, lostSum + lostBy(sum, square, nextSum));
    sum = nextSum;
  }
  return (sum + lostSum) / count;
}

function finite(total: number, lost: number): number {
  return Math.abs(total) === Infinity ? 0 : lost;
}

/** `quantile_over_time` */
export const quantileOverTime: RangeFunction = ({ context, scalars, spans }) => {
  const [quantiles] = scalars;
  return ({ values, from, to }, step) => {
    const quantile = quantiles?.[step] ?? NaN;
    const [at] = spans;
    if (at) warnOfQuantile(context.annotations, quantile, at);
    return quantileOf(quantile, values.slice(from, to));
  };
};

/** `mad_over_time`: the median of the distances from the median. */
export const madOverTime = ofWindow(({ values, from, to }) => {
  const median = quantileOf(0.5, values.slice(from, to));
  return quantileOf(
    0.5,
    values.slice(from, to).map((value) => Math.abs(value - median)),
  );
});
