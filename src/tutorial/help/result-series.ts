import type { Labels, QueryResult, Sample } from "../../prometheus/index.js";
import { metricName } from "../../promql/labels.js";

/** A series of a result: its values by time, in seconds since 1970. */
export interface ResultSeries {
  readonly labels: Labels;
  /** Tells it from the others of its result. */
  readonly key: string;
  /** Native histograms are left out. */
  readonly values: ReadonlyMap<number, number>;
}

/** The series of a result, in its order. A number is a series without labels; a text has none. */
export function seriesOf(result: QueryResult): readonly ResultSeries[] {
  switch (result.type) {
    case "vector":
      return result.series.map(({ labels, sample }) => series(labels, [sample]));
    case "matrix":
      return result.series.map(({ labels, samples }) => series(labels, samples));
    case "scalar":
      return [series({}, [result.sample])];
    case "string":
      return [];
  }
}

/** The same series without the names of their metrics, unless some would be alike without them. */
export function withoutNames(all: readonly ResultSeries[]): readonly ResultSeries[] {
  const nameless = all.map(({ labels, values }) => ({ ...withLabels(withoutName(labels)), values }));
  return new Set(nameless.map(({ key }) => key)).size === all.length ? nameless : all;
}

function withoutName(labels: Labels): Labels {
  return Object.fromEntries(Object.entries(labels).filter(([name]) => name !== metricName));
}

function series(labels: Labels, samples: readonly Sample[]): ResultSeries {
  const floats = samples.flatMap((sample) => ("value" in sample ? [[sample.time, sample.value] as const] : []));
  return { ...withLabels(labels), values: new Map(floats) };
}

function withLabels(labels: Labels): Pick<ResultSeries, "labels" | "key"> {
  const pairs = Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1));
  return { labels, key: JSON.stringify(pairs) };
}
