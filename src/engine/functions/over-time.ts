import { addTo, addToMean, exactSum, meanOf, noMean, noSum } from "../kahan.js";
import { quantileOf, warnOfQuantile } from "../quantile.js";
import type { RangeFunction } from "../range-call.js";
import type { Window } from "../select-range.js";

/** A function of the window alone. */
function ofWindow(evaluate: (window: Window) => number | undefined): RangeFunction {
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

/** Whether a value is chosen over the best one before it. */
type Wins = (value: number, best: number) => boolean;

/** `max_over_time`, `min_over_time`; a number wins over NaN. */
export function extremeOverTime(wins: Wins): RangeFunction {
  return () => {
    const best = bestOf(wins);
    return (window) => window.values[best(window)];
  };
}

/** `ts_of_max_over_time`, `ts_of_min_over_time`, in seconds; of equal values the last one counts. */
export function tsOfExtremeOverTime(wins: Wins): RangeFunction {
  return () => {
    const best = bestOf(wins);
    return (window) => (window.times[best(window)] ?? 0) / 1000;
  };
}

/** Remembers the best value, so that as long as it is in the window only new ones are compared with it. */
function bestOf(wins: Wins): (window: Window) => number {
  let best = -1;
  let seen = 0;
  return ({ values, from, to }) => {
    if (best < from) [best, seen] = [from, from];
    for (; seen < to; seen++) {
      const [value = 0, held = 0] = [values[seen], values[best]];
      if (wins(value, held) || Number.isNaN(held)) best = seen;
    }
    return best;
  };
}

/** `stdvar_over_time`, with Welford's method. */
export const stdvarOverTime = ofWindow(variance);
/** `stddev_over_time` */
export const stddevOverTime = ofWindow((window) => Math.sqrt(variance(window)));

function variance({ values, from, to }: Window): number {
  const [mean, squares] = [noSum(), noSum()];
  for (let k = from; k < to; k++) {
    const value = values[k] ?? 0;
    const off = value - (mean.sum + mean.lost);
    addTo(mean, off / (k - from + 1));
    addTo(squares, off * (value - (mean.sum + mean.lost)));
  }
  return (squares.sum + squares.lost) / (to - from);
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

/** `mad_over_time`: the median of the distances from the median; NaN where a value is. */
export const madOverTime = ofWindow(({ values, from, to }) => {
  if (values.subarray(from, to).some(Number.isNaN)) return NaN;
  const median = quantileOf(0.5, values.slice(from, to));
  return quantileOf(
    0.5,
    values.slice(from, to).map((value) => Math.abs(value - median)),
  );
});
