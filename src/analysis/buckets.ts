import type { Metrics } from "../metrics/metrics.js";
import type { Token, VectorSelector } from "../syntax/ast.js";
import { metricOf, selectedType } from "./selectors.js";

/** The name of the metric where a selector reads the buckets of a classic histogram, as `…_bucket` does. */
export function bucketsOf(selector: VectorSelector, query: { readonly metrics: Metrics }): Token | undefined {
  const series = selectedType(selector, query);
  return series?.type === "histogram" && series.part === "bucket" ? metricOf(selector) : undefined;
}
