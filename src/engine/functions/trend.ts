import { executionError } from "../error.js";
import { timeOf } from "../context.js";
import { addTo, noSum } from "../kahan.js";
import type { RangeFunction } from "../range-call.js";
import type { Window } from "../select-range.js";

/** `deriv`: the slope of a straight line through the samples, per second. */
export const deriv: RangeFunction = () => (window) =>
  window.to - window.from < 2 ? undefined : line(window, window.times[window.from] ?? 0).slope;

/** `predict_linear`: the value of that line some seconds after the step. */
export const predictLinear: RangeFunction = ({ context, scalars: [seconds] }) => {
  return (window, step) => {
    if (window.to - window.from < 2) return undefined;
    const { slope, intercept } = line(window, timeOf(context.steps, step));
    return slope * (seconds?.[step] ?? NaN) + intercept;
  };
};

/** The straight line with the least squares; its value at a time in milliseconds since 1970 is the intercept. */
function line({ times, values, from, to }: Window, zero: number): { slope: number; intercept: number } {
  const first = values[from] ?? 0;
  const [sumX, sumY, sumXY, sumXX] = [noSum(), noSum(), noSum(), noSum()];
  let isConstant = true;
  for (let k = from; k < to; k++) {
    const y = values[k] ?? 0;
    if (y !== first) isConstant = false;
    const x = ((times[k] ?? 0) - zero) / 1000;
    addTo(sumX, x);
    addTo(sumY, y);
    addTo(sumXY, x * y);
    addTo(sumXX, x * x);
  }
  if (isConstant) {
    return Math.abs(first) === Infinity ? { slope: NaN, intercept: NaN } : { slope: 0, intercept: first };
  }
  const count = to - from;
  const [x, y] = [sumX.sum + sumX.lost, sumY.sum + sumY.lost];
  const slope = (sumXY.sum + sumXY.lost - (x * y) / count) / (sumXX.sum + sumXX.lost - (x * x) / count);
  return { slope, intercept: y / count - (slope * x) / count };
}

/**
 * `double_exponential_smoothing`: a moving average of values and of their trend.
 * Source: https://en.wikipedia.org/wiki/Exponential_smoothing#Double_exponential_smoothing_(Holt_linear)
 */
export const doubleExponentialSmoothing: RangeFunction = ({ scalars: [smoothing, trending] }) => {
  return ({ values, from, to }, step) => {
    const [level, trend] = [factor("smoothing", "sf", smoothing?.[step]), factor("trend", "tf", trending?.[step])];
    if (to - from < 2) return undefined;
    let before = 0;
    let smoothed = values[from] ?? 0;
    let slope = (values[from + 1] ?? 0) - smoothed;
    for (let k = from + 1; k < to; k++) {
      if (k > from + 1) slope = trend * (smoothed - before) + (1 - trend) * slope;
      const next = level * (values[k] ?? 0) + (1 - level) * (smoothed + slope);
      [before, smoothed] = [smoothed, next];
    }
    return smoothed;
  };
};

function factor(name: string, short: string, value = NaN): number {
  if (value <= 0 || value >= 1) {
    throw executionError(`invalid ${name} factor. Expected: 0 < ${short} < 1, got: ${value.toFixed(6)}`);
  }
  return value;
}
