import { metricName } from "../../promql/labels.js";
import type { VectorSelector } from "../../syntax/ast.js";

/** Whether a selector asks twice for one label; the name before the braces is one. */
export function repeatsLabel({ metric, matchers }: VectorSelector): boolean {
  if (matchers.length < (metric ? 1 : 2)) return false;
  const seen = new Set(metric ? [metricName] : []);
  return matchers.some(({ label }) => seen.size === seen.add(label.text).size);
}
