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
 * A classic histogram of observations of several kinds, each with log-logistic values. All buckets are made from the same
 * counts, so that each holds those below it at any time.
 */
export function* histogram(
  family: string,
  labels: LabelValues,
  bounds: readonly number[],
  observations: readonly Observations[],
  present?: Presence,
): Generator<Instrument> {
  const common = present ? { family, present } : { family };
  const all = weighted(observations, () => 1);
  const shown =
    (reading: Reading): Reading =>
    (time) =>
      Math.floor(reading(time));
  for (const bound of bounds) {
    const below = weighted(observations, ({ median, steepness }) => partBelow(bound, median, steepness));
    yield { ...common, name: `${family}_bucket`, labels: { ...labels, le: shortNumber(bound) }, value: shown(below) };
  }
  yield { ...common, name: `${family}_bucket`, labels: { ...labels, le: "+Inf" }, value: shown(all) };
  yield { ...common, name: `${family}_count`, labels, value: shown(all) };
  const added = weighted(observations, ({ median, steepness }) => meanOf(median, steepness));
  yield { ...common, name: `${family}_sum`, labels, value: (time) => (all(time) < 1 ? 0 : added(time)) };
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

function weighted(observations: readonly Observations[], weight: (kind: Observations) => number): Reading {
  const parts = observations.map((kind): readonly [Reading, number] => [kind.count, weight(kind)]);
  return (time) => {
    let added = 0;
    for (const [count, factor] of parts) added += factor * count(time);
    return added;
  };
}

function partBelow(bound: number, median: number, steepness: number): number {
  return bound <= 0 ? 0 : 1 / (1 + (median / bound) ** steepness);
}

function meanOf(median: number, steepness: number): number {
  const angle = Math.PI / steepness;
  return (median * angle) / Math.sin(angle);
}
