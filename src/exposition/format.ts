/**
 * The text format 0.0.4 of Prometheus, or OpenMetrics 1.0. They differ in the unit of timestamps, in the names of
 * families, in escapes of help texts, and in exemplars.
 * Sources: https://prometheus.io/docs/instrumenting/exposition_formats/,
 * https://github.com/prometheus/OpenMetrics/blob/main/specification/OpenMetrics.md.
 */
export type Format = "text" | "openmetrics";

/** Whether a line ends a text in OpenMetrics; a text without such a line is in the text format. */
export function isEndOfFile(line: string): boolean {
  return line.startsWith("# EOF") && line.trimEnd() === "# EOF";
}
