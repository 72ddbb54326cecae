import type { Metric } from "./metrics.js";

/** The names of the series of a family, its own first. */
export function seriesNames({ name, type }: Metric): readonly string[] {
  switch (type) {
    case "histogram":
      return [name, `${name}_bucket`, `${name}_sum`, `${name}_count`];
    case "gaugehistogram":
      return [name, `${name}_bucket`, `${name}_gsum`, `${name}_gcount`];
    case "summary":
      return [name, `${name}_sum`, `${name}_count`];
    case "info":
      return [name, `${name}_info`];
    case "counter":
    case "gauge":
    case "stateset":
    case "unknown":
      return [name];
  }
}
