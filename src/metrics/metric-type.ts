import type { MetricType } from "./metrics.js";

/** The type that a word of an exposition or of the metadata API names (`untyped` is `unknown`), or nothing. */
export function metricTypeOf(word: string): MetricType | undefined {
  return byWord.get(word);
}

const byWord: ReadonlyMap<string, MetricType> = new Map([
  ["counter", "counter"],
  ["gauge", "gauge"],
  ["histogram", "histogram"],
  ["gaugehistogram", "gaugehistogram"],
  ["summary", "summary"],
  ["info", "info"],
  ["stateset", "stateset"],
  ["unknown", "unknown"],
  ["untyped", "unknown"],
]);
