/**
 * Whether a function gives nothing for a series with a single sample in the range.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/functions/
 */
export function needsTwoSamples(functionName: string): boolean {
  return names.has(functionName);
}

const names: ReadonlySet<string> = new Set([
  "delta",
  "deriv",
  "double_exponential_smoothing",
  "idelta",
  "increase",
  "irate",
  "predict_linear",
  "rate",
]);
