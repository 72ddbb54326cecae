import { shortNumber } from "../promql/numbers.js";
import type { Instrument, LabelValues, Presence } from "./instrument.js";
import type { Reading } from "./signal.js";

/** Observations that are alike. */
export interface Observations {
  /** How many there have been so far, not rounded; never falls but when the exporter starts again. */
  readonly count: Reading;
  /** Half of them are below. */
  readonly median: number;
  /** How close they are to the median: above 1, 3 for a long tail. */
  readonly steepness: number;
}

/**
 * A classic histogram of observations of several kinds, each with log-logistic values. Each observation is counted in the
 * same buckets ever after, so that not only the buckets but also what comes into them grows with the bound.
 */
export function* histogram(
  family: string,
  labels: LabelValues,
  bounds: readonly number[],
  observations: readonly Observations[],
  present?: Presence,
): Generator<Instrument> {
  const common = present ? { family, present } : { family };
  const whole = observations.map(
    ({ count }): Reading =>
      (time) =>
        Math.floor(count(time)),
  );
  const below = (part: (kind: Observations) => number) => {
    const parts = observations.map(part);
    return (time: number) => parts.reduce((added, one, kind) => added + firstBelow(whole[kind]?.(time) ?? 0, one), 0);
  };
  const all = below(() => 1);
  for (const bound of bounds) {
    const value = below(({ median, steepness }) => partBelow(bound, median, steepness));
    yield { ...common, name: `${family}_bucket`, labels: { ...labels, le: shortNumber(bound) }, value };
  }
  yield { ...common, name: `${family}_bucket`, labels: { ...labels, le: "+Inf" }, value: all };
  yield { ...common, name: `${family}_count`, labels, value: all };
  const means = observations.map(({ median, steepness }) => meanOf(median, steepness));
  const sum = (time: number) => means.reduce((added, mean, kind) => added + mean * (whole[kind]?.(time) ?? 0), 0);
  yield { ...common, name: `${family}_sum`, labels, value: sum };
}

/** A summary of observations of one kind, with quantiles if any are given. */
export function* summary(
  family: string,
  labels: LabelValues,
  quantiles: readonly number[],
  { count, median, steepness }: Observations,
): Generator<Instrument> {
  for (const quantile of quantiles) {
    const value = median * (quantile / (1 - Math.min(quantile, 0.9999))) ** (1 / steepness);
    yield { family, name: family, labels: { ...labels, quantile: String(quantile) }, value };
  }
  yield { family, name: `${family}_count`, labels, value: (time) => Math.floor(count(time)) };
  const mean = meanOf(median, steepness);
  yield { family, name: `${family}_sum`, labels, value: (time) => Math.floor(count(time)) * mean };
}

/** Bounds that grow by a factor, as client libraries make them. */
export function exponential(start: number, factor: number, length: number): number[] {
  const bounds: number[] = [];
  for (let k = 0, bound = start; k < length; k++, bound *= factor) bounds.push(bound);
  return bounds;
}

/** Bounds with the same distance from each other. */
export function linear(start: number, width: number, length: number): number[] {
  return Array.from({ length }, (_, k) => start + k * width);
}

/** The bounds that client libraries take where none are given. */
export const defaultBounds: readonly number[] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * How many of the first numbers of a sequence that fills the range from 0 to 1 evenly are below a part of it.
 * Source: https://en.wikipedia.org/wiki/Van_der_Corput_sequence, in base 2, without its first number, which is 0.
 */
export function firstBelow(length: number, part: number): number {
  const lowest = 2 ** -(32 - Math.clz32(length));
  if (part <= lowest || part > 1 - lowest) return part <= lowest ? 0 : length;
  let [below, offset] = [-1, 0];
  for (let rest = length + 1; rest > 0 && offset < part;) {
    const size = 0x80000000 >>> Math.clz32(rest);
    below += Math.min(Math.max(Math.ceil((part - offset) * size), 0), size);
    offset += 1 / (2 * size);
    rest -= size;
  }
  return below;
}

function partBelow(bound: number, median: number, steepness: number): number {
  return bound <= 0 ? 0 : 1 / (1 + (median / bound) ** steepness);
}

function meanOf(median: number, steepness: number): number {
  const angle = Math.PI / steepness;
  return (median * angle) / Math.sin(angle);
}
