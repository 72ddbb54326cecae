import type { Labels, MatrixSeries, QueryResult } from "../../../src/prometheus/index.js";

/** 2026-03-02 12:00:00 UTC, in seconds since 1970. */
export const noon = 1_772_452_800;

/** Values a minute apart that end at noon; `undefined` for a time without a sample. */
function samplesOf(values: readonly (number | undefined)[]): MatrixSeries["samples"] {
  return values.flatMap((value, k) =>
    value === undefined ? [] : [{ time: noon - 60 * (values.length - 1 - k), value }],
  );
}

/** An instant vector at noon. */
export function vector(series: readonly (readonly [Labels, number])[]): Extract<QueryResult, { type: "vector" }> {
  return { type: "vector", series: series.map(([labels, value]) => ({ labels, sample: { time: noon, value } })) };
}

/** A matrix of samples a minute apart. */
export function matrix(
  series: readonly (readonly [Labels, readonly (number | undefined)[]])[],
): Extract<QueryResult, { type: "matrix" }> {
  return { type: "matrix", series: series.map(([labels, values]) => ({ labels, samples: samplesOf(values) })) };
}
