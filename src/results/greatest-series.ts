import type { MatrixSeries, Sample } from "../prometheus/result.js";

/** Some of the series, those with the greatest mean, in the order of the result. */
export function greatestSeries(series: readonly MatrixSeries[], limit: number): readonly MatrixSeries[] {
  if (series.length <= limit) return series;
  const means = series.map(({ samples }, index) => ({ index, mean: meanOf(finiteValues(samples)) }));
  const chosen = means.sort((a, b) => (b.mean > a.mean ? 1 : b.mean < a.mean ? -1 : a.index - b.index)).slice(0, limit);
  return chosen
    .flatMap(({ index }) => index)
    .sort((a, b) => a - b)
    .flatMap((index) => series[index] ?? []);
}

function meanOf(values: readonly number[]): number {
  if (values.length === 0) return -Infinity;
  return values.reduce((sum, value) => sum + value / values.length, 0);
}

function finiteValues(samples: readonly Sample[]): readonly number[] {
  return samples.flatMap((sample) => ("value" in sample && Number.isFinite(sample.value) ? [sample.value] : []));
}
