import type { Labels } from "./labels.js";
import { type Mark, markAt, writeMark } from "./marks.js";

/** A series in memory. Only the first `length` entries of the arrays count. */
export interface Series {
  readonly labels: Labels;
  /** In milliseconds since 1970, ascending. */
  times: Float64Array;
  values: Float64Array;
  length: number;
  /** Whether a mark stands among the values. */
  marked: boolean;
  /** How often a sample was added. */
  changes: number;
}

/** The numbers of a series, without what is marked. */
export interface Points {
  /** In milliseconds since 1970, ascending. */
  readonly times: Float64Array;
  readonly values: Float64Array;
  /** The times at which there are native histograms. */
  readonly natives: Float64Array;
}

/** A series without samples. */
export function emptySeries(labels: Labels): Series {
  return { labels, times: new Float64Array(8), values: new Float64Array(8), length: 0, marked: false, changes: 0 };
}

/** Gives an empty series arrays of others: the first sample that is added copies them. Throws a `RangeError`. */
export function fill(series: Series, times: Float64Array, values: Float64Array): void {
  const { length } = times;
  if (values.length !== length) throw new RangeError(`${length} times have ${values.length} values`);
  for (let k = 1; k < length; k++) {
    if (!((times[k] ?? 0) > (times[k - 1] ?? 0))) throw new RangeError(`the time at ${k} is not after the one before`);
  }
  series.times = times;
  series.values = values;
  series.length = length;
}

/** Adds a sample at its place in time. Of two at one time the later call counts. */
export function addSample(series: Series, time: number, value: number | Mark): void {
  if (series.length === series.times.length) grow(series);
  const { times, values, length } = series;
  const at = length === 0 || time > (times[length - 1] ?? 0) ? length : firstFrom(times, length, time);
  if (at === length || times[at] !== time) {
    times.copyWithin(at + 1, at, length);
    values.copyWithin(at + 1, at, length);
    series.length++;
  }
  times[at] = time;
  series.changes++;
  if (typeof value === "number") values[at] = value;
  else {
    writeMark(values, at, value);
    series.marked = true;
  }
}

/** The numbers of a series: the same arrays where nothing is marked. */
export function pointsOf({ times, values, length, marked }: Series): Points {
  if (!marked) return { times: times.subarray(0, length), values: values.subarray(0, length), natives: noTimes };
  const kept = { times: new Float64Array(length), values: new Float64Array(length), length: 0 };
  const natives: number[] = [];
  for (let k = 0; k < length; k++) {
    const mark = markAt(values, k);
    if (mark === "native") natives.push(times[k] ?? 0);
    if (mark) continue;
    kept.times[kept.length] = times[k] ?? 0;
    kept.values[kept.length++] = values[k] ?? 0;
  }
  return {
    times: kept.times.subarray(0, kept.length),
    values: kept.values.subarray(0, kept.length),
    natives: Float64Array.from(natives),
  };
}

const noTimes = new Float64Array(0);

/** The index of the first time that is not before another, among the first `length`. */
export function firstFrom(times: Float64Array, length: number, time: number): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

function grow(series: Series): void {
  series.times = enlarged(series.times);
  series.values = enlarged(series.values);
}

/** Copies bytes, so that marks stay what they are. */
function enlarged(from: Float64Array): Float64Array {
  const to = new Float64Array(Math.max(8, from.length * 2));
  to.set(from);
  return to;
}
