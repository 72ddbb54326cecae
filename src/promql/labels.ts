/** The label that holds the name of a metric. */
export const metricName = "__name__";

/** Whether a text is a label that needs no quotes. */
export function isLegacyLabel(text: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(text);
}

/** Whether a text is the name of a metric that needs no quotes. */
export function isLegacyMetric(text: string): boolean {
  return /^[A-Za-z_:][A-Za-z0-9_:]*$/.test(text);
}
