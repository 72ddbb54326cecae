import type { RangeCall, RangeFunction } from "../range-call.js";
import { firstAfter, type RangeSeries, type Window } from "../select-range.js";
import { firstFrom } from "../series.js";
import { valueBetween } from "../smoothed.js";

/** Which of `rate`, `increase` and `delta` is meant. */
interface Kind {
  readonly isCounter: boolean;
  readonly perSecond: boolean;
}

/** `rate` */
export const rate = increaseOf({ isCounter: true, perSecond: true });
/** `increase` */
export const increase = increaseOf({ isCounter: true, perSecond: false });
/** `delta` */
export const delta = increaseOf({ isCounter: false, perSecond: false });

/** The resets of a counter are looked for once per series, so that a window costs no more than those within it. */
function increaseOf(kind: Kind): RangeFunction {
  return (call, series) => {
    const { extension } = call.vector;
    if (extension) return (window) => extendedIncrease(window, kind, call);
    const resets = kind.isCounter ? resetsOf(series) : [];
    let next = 0;
    return (window) => {
      const { times, values, from, to } = window;
      if (to - from < 2) return undefined;
      let change = (values[to - 1] ?? 0) - (values[from] ?? 0);
      while (next < resets.length && (resets[next] ?? 0) <= from) next++;
      for (let k = next; k < resets.length; k++) {
        const reset = resets[k] ?? 0;
        if (reset >= to) break;
        change += values[reset - 1] ?? 0;
      }
      const covered = ((times[to - 1] ?? 0) - (times[from] ?? 0)) / 1000;
      const factor = extrapolated(window, kind.isCounter, change, covered) / covered;
      return change * (kind.perSecond ? factor / (call.vector.range / 1000) : factor);
    };
  };
}

/** The indexes at which a value is less than that before. */
function resetsOf({ points: { values } }: RangeSeries): readonly number[] {
  const resets: number[] = [];
  for (let k = 1; k < values.length; k++) if ((values[k] ?? 0) < (values[k - 1] ?? 0)) resets.push(k);
  return resets;
}

/**
 * How many seconds the samples stand for: up to the ends of the range if these are near, half a gap further if not, and
 * not beyond where a counter would be 0.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/functions/#rate
 */
function extrapolated(
  { times, values, from, to, start, end }: Window,
  isCounter: boolean,
  change: number,
  covered: number,
) {
  const gap = covered / (to - 1 - from);
  const near = gap * 1.1;
  let before = ((times[from] ?? 0) - start) / 1000;
  let after = (end - (times[to - 1] ?? 0)) / 1000;
  if (before >= near) before = gap / 2;
  if (after >= near) after = gap / 2;
  const first = values[from] ?? 0;
  if (isCounter && change > 0 && first >= 0) before = Math.min(before, covered * (first / change));
  return covered + before + after;
}

/**
 * With `anchored` the values at the ends of the range are those of the latest samples, with `smoothed` they lie on
 * straight lines between samples.
 * Source: https://prometheus.io/docs/prometheus/latest/feature_flags/#extended-range-selectors
 */
function extendedIncrease(window: Window, { isCounter, perSecond }: Kind, { vector }: RangeCall): number | undefined {
  const ends = extendedEnds(window, vector.extension === "smoothed", isCounter);
  if (!ends) return undefined;
  let change = ends.right - ends.left;
  if (isCounter) {
    let before = ends.left;
    for (let k = ends.from; k < ends.to; k++) {
      const value = window.values[k] ?? 0;
      if (value < before) change += before;
      before = value;
    }
    if (ends.right < before) change += before;
  }
  return perSecond ? change / (vector.range / 1000) : change;
}

/** The values at the ends of a range, and the samples between them: from an index to before another. */
export interface ExtendedEnds {
  readonly left: number;
  readonly right: number;
  readonly from: number;
  readonly to: number;
}

/** Finds the ends of a range among samples that lie around it too; nothing where no sample lies after its start. */
export function extendedEnds(window: Window, smoothed: boolean, isCounter: boolean): ExtendedEnds | undefined {
  const { times, values, start, end } = window;
  const inner = { times: times.subarray(window.from, window.to), values: values.subarray(window.from, window.to) };
  const count = inner.times.length;
  if (count === 0) return undefined;
  let first = Math.max(0, firstAfter(inner.times.subarray(0, count - 1), start) - 1);
  let last = smoothed ? firstFrom(inner.times, count - 1, end) : count - 1;
  const time = (k: number) => inner.times[k] ?? 0;
  if (time(last) <= start || (smoothed && time(first) > end)) return undefined;
  const left =
    smoothed && time(first) < start ? valueBetween(inner, first, start, isCounter) : (inner.values[first] ?? 0);
  const right =
    smoothed && last > 0 && time(last) > end
      ? valueBetween(inner, last - 1, end, isCounter)
      : (inner.values[last] ?? 0);
  if (time(first) <= start) first++;
  if (time(last) >= end) last--;
  return { left, right, from: window.from + first, to: window.from + last + 1 };
}

/** `irate` and `idelta`: the change between the last two samples. */
export function lastChange(perSecond: boolean): RangeFunction {
  return () =>
    ({ times, values, from, to }) => {
      if (to - from < 2) return undefined;
      const milliseconds = (times[to - 1] ?? 0) - (times[to - 2] ?? 0);
      if (milliseconds === 0) return undefined;
      const [before, last] = [values[to - 2] ?? 0, values[to - 1] ?? 0];
      if (!perSecond) return last - before;
      return (last < before ? last : last - before) / (milliseconds / 1000);
    };
}

/** `changes`, `resets`: how many samples differ from those before them. */
export function countedSteps(counts: (before: number, value: number) => boolean): RangeFunction {
  return ({ vector }, { points: { values } }) => {
    /** How many up to each sample. */
    const upTo = new Uint32Array(values.length);
    for (let k = 1; k < values.length; k++) {
      upTo[k] = (upTo[k - 1] ?? 0) + (counts(values[k - 1] ?? 0, values[k] ?? 0) ? 1 : 0);
    }
    return ({ times, from, to, start }) => {
      if (vector.extension !== "anchored") return (upTo[to - 1] ?? 0) - (upTo[from] ?? 0);
      if ((times[to - 1] ?? 0) <= start) return undefined;
      const first = Math.max(from, firstAfter(times.subarray(0, to - 1), start) - 1);
      return (upTo[to - 1] ?? 0) - (upTo[first] ?? 0);
    };
  };
}
