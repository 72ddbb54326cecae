import type { Span } from "../syntax/problem.js";
import { shortNumber } from "../promql/numbers.js";
import type { Annotations } from "./annotations.js";

/**
 * The value below which a share of the values lies, between two of them weighted by the distance. NaN counts as the
 * smallest value. Sorts the values.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/operators/#quantile
 */
export function quantileOf(quantile: number, values: Float64Array): number {
  if (values.length === 0 || Number.isNaN(quantile)) return NaN;
  if (quantile < 0) return -Infinity;
  if (quantile > 1) return Infinity;
  values.sort();
  const last = values.length - 1;
  let numbers = values.length;
  while (numbers > 0 && Number.isNaN(values[numbers - 1])) numbers--;
  const invalid = values.length - numbers;
  const ranked = (rank: number) => (rank < invalid ? NaN : (values[rank - invalid] ?? NaN));
  const rank = quantile * last;
  const lower = Math.max(0, Math.floor(rank));
  const weight = rank - Math.floor(rank);
  return ranked(lower) * (1 - weight) + ranked(Math.min(last, lower + 1)) * weight;
}

/** Tells where a quantile is none. */
export function warnOfQuantile(annotations: Annotations, quantile: number, at: Span): void {
  if (quantile >= 0 && quantile <= 1) return;
  annotations.add("warning", `quantile value should be between 0 and 1, got ${shortNumber(quantile)}`, at);
}
