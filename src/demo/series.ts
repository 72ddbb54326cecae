import { metricName } from "../promql/labels.js";
import { metricNumber } from "../promql/numbers.js";
import type { Instrument, LabelValues } from "./instrument.js";

/** A series with its samples. Series of one target share arrays, so none may be changed. */
export interface DemoSeries {
  /** The name of the family, as a table of metrics has it. */
  readonly family: string;
  /** Sorted by name; the metric's name is `__name__`. None is without a value. */
  readonly labels: readonly (readonly [name: string, value: string])[];
  /** In milliseconds since 1970, ascending. */
  readonly times: Float64Array;
  readonly values: Float64Array;
  /** When a scrape missed the series that the one before had, in milliseconds since 1970. A server marks it as stale. */
  readonly ends: readonly number[];
}

/** A series whose samples are made when they are asked for. */
export interface UnsampledSeries extends Pick<DemoSeries, "family" | "labels"> {
  readonly sampled: () => DemoSeries;
}

/**
 * The labels of a series in the database. Where both have a label, the exporter's counts: `honor_labels` is set. Bounds
 * and quantiles are written in one way, however the exporter writes them.
 * Source: https://prometheus.io/docs/prometheus/latest/migration/#le-and-quantile-label-values
 */
export function seriesLabels(
  target: LabelValues,
  { name, labels }: Pick<Instrument, "name" | "labels">,
): DemoSeries["labels"] {
  const pairs = Object.entries({ ...target, ...present(labels), ...bounds(labels), [metricName]: name });
  return pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** The labels that have a value: Prometheus takes the others for missing. */
function present(labels: LabelValues): LabelValues {
  return Object.fromEntries(Object.entries(labels).filter(([, value]) => value !== ""));
}

function bounds(labels: LabelValues): LabelValues {
  const isBound = ([name]: readonly [string, string]) => name === "le" || name === "quantile";
  return Object.fromEntries(
    Object.entries(labels)
      .filter(isBound)
      .map(([name, value]) => [name, metricNumber(Number(value.replace("Inf", "Infinity")))]),
  );
}
