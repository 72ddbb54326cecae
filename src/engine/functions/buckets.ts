import type { RaisedBuckets } from "../annotations.js";

/** A bucket of a classic histogram: how many observations are not above its bound. */
export interface Bucket {
  readonly bound: number;
  count: number;
}

/**
 * The number of a bound as `le` gives it; nothing where it is none.
 * Source: https://pkg.go.dev/strconv#ParseFloat
 */
export function parseBound(text: string): number | undefined {
  const infinity = /^([+-]?)inf(?:inity)?$/i.exec(text);
  if (infinity) return infinity[1] === "-" ? -Infinity : Infinity;
  if (/^[+-]?nan$/i.test(text)) return NaN;
  return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : undefined;
}

/** Merges buckets of one bound. They are sorted by bound. */
function coalesced(buckets: readonly Bucket[]): Bucket[] {
  const merged: Bucket[] = [];
  for (const { bound, count } of buckets) {
    const last = merged.at(-1);
    if (last?.bound === bound) last.count += count;
    else merged.push({ bound, count });
  }
  return merged;
}

/** What a quantile is, and which buckets had to be raised for it. */
export interface BucketQuantile {
  readonly value: number;
  readonly raised?: Omit<RaisedBuckets, "time">;
}

/**
 * Where in the buckets a share of the observations ends, on a straight line within a bucket. They are sorted by bound.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/functions/#histogram_quantile
 */
export function bucketQuantile(quantile: number, given: readonly Bucket[]): BucketQuantile {
  if (Number.isNaN(quantile)) return { value: NaN };
  if (quantile < 0) return { value: -Infinity };
  if (quantile > 1) return { value: Infinity };
  if (given.at(-1)?.bound !== Infinity) return { value: NaN };
  const buckets = coalesced(given);
  const raised = raiseDecreases(buckets);
  const last = buckets.length - 1;
  const all = buckets[last]?.count ?? 0;
  if (last < 1 || all === 0) return { value: NaN };
  return { value: valueAtRank(buckets, quantile * all), ...(raised && { raised }) };
}

function valueAtRank(buckets: readonly Bucket[], rank: number): number {
  const last = buckets.length - 1;
  let at = buckets.findIndex(({ count }) => count >= rank);
  if (at === -1) at = last;
  if (at === last) return buckets[last - 1]?.bound ?? NaN;
  const { bound, count } = buckets[at] ?? { bound: NaN, count: NaN };
  const before = buckets[at - 1];
  if (!before) return bound <= 0 ? bound : bound * (rank / count);
  return before.bound + (bound - before.bound) * ((rank - before.count) / (count - before.count));
}

/** A bucket holds what the one below it holds. Differences that rounding explains are taken away silently. */
function raiseDecreases(buckets: readonly Bucket[]): Omit<RaisedBuckets, "time"> | undefined {
  let raised: Omit<RaisedBuckets, "time"> | undefined;
  let before = buckets[0]?.count ?? 0;
  for (const bucket of buckets.slice(1)) {
    const { bound, count } = bucket;
    if (count === before) continue;
    const isRounding = nearlyEqual(before, count, 1e-12);
    if (!isRounding && !(count < before)) {
      before = count;
      continue;
    }
    bucket.count = before;
    if (isRounding) continue;
    raised = {
      least: Math.min(bound, raised?.least ?? Infinity),
      greatest: Math.max(bound, raised?.greatest ?? -Infinity),
      difference: Math.max(before - count, raised?.difference ?? 0),
    };
  }
  return raised;
}

/** Whether two numbers differ by no more than a share of their sum; `NaN` is equal to itself. */
export function nearlyEqual(a: number, b: number, share: number): boolean {
  if (a === b || (Number.isNaN(a) && Number.isNaN(b))) return true;
  const least = 2.2250738585072014e-308;
  const [sum, difference] = [Math.abs(a) + Math.abs(b), Math.abs(a - b)];
  if (a === 0 || b === 0 || sum < least) return difference < share * least;
  return difference / Math.min(sum, Number.MAX_VALUE) < share;
}

/**
 * The share of the observations between two values, on a straight line within a bucket. Buckets are sorted by bound.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/functions/#histogram_fraction
 */
export function bucketFraction(lower: number, upper: number, given: readonly Bucket[]): number {
  if (given.at(-1)?.bound !== Infinity) return NaN;
  const buckets = coalesced(given);
  const all = buckets.at(-1)?.count ?? 0;
  if (all === 0 || Number.isNaN(lower) || Number.isNaN(upper)) return NaN;
  if (lower >= upper) return 0;
  return (rankOf(upper, buckets, all) - rankOf(lower, buckets, all)) / all;
}

/** How many observations are below a value. */
function rankOf(value: number, buckets: readonly Bucket[], all: number): number {
  let start = (buckets[0]?.bound ?? 0) <= 0 ? -Infinity : 0;
  let rank = 0;
  for (const { bound, count } of buckets) {
    if (start >= value) return Math.min(rank, all);
    if (bound > value) {
      const within = start === -Infinity ? count : rank + ((count - rank) * (value - start)) / (bound - start);
      return Math.min(within, all);
    }
    [start, rank] = [bound, count];
  }
  return all;
}
