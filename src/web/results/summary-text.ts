import { formatDuration } from "../../promql/durations.js";
import type { MatrixSeries, QueryResult } from "../../prometheus/index.js";
import type { AskedTimes } from "../../results/answer-text.js";
import { clockText, dayText, momentText } from "../../results/moment.js";
import { plural } from "../../syntax/plural.js";

/** What came back, when for, and in which unit, on one line: `12 series at 2026-03-02 12:00:00 UTC, in bytes`. */
export function summaryText(result: QueryResult, times: AskedTimes, unit: string | undefined): string {
  const period = times.kind === "range" ? periodText(times) : `at ${utcText(times.time)}`;
  const when = unit === undefined ? period : `${period}, in ${unit}`;
  switch (result.type) {
    case "scalar":
      return `A number ${when}`;
    case "string":
      return `A text ${when}`;
    case "vector":
      return `${seriesCount(result.series.length)} ${when}`;
    case "matrix":
      return `${seriesCount(result.series.length)}${sampleCount(result.series, times)} ${when}`;
  }
}

/** A time as people read it: `2026-03-02 12:00:00 UTC`. */
export function utcText(seconds: number): string {
  return momentText(seconds).replace("T", " ").replace("Z", " UTC");
}

function periodText({ start, end, step }: Extract<AskedTimes, { kind: "range" }>): string {
  const until = dayText(start) === dayText(end) ? `${clockText(end)} UTC` : utcText(end);
  return `from ${utcText(start).replace(" UTC", "")} to ${until}${end > start ? `, every ${formatDuration(step)}` : ""}`;
}

function seriesCount(count: number): string {
  return count === 0 ? "No series" : plural(count, "series", "series");
}

function sampleCount(series: readonly MatrixSeries[], { kind }: AskedTimes): string {
  if (series.length === 0) return "";
  const counts = series.map(({ samples }) => samples.length);
  const least = counts.reduce((a, b) => Math.min(a, b));
  const most = counts.reduce((a, b) => Math.max(a, b));
  const many = plural(most, kind === "range" ? "point" : "sample");
  return ` of ${least === most ? many : `${least} to ${many}`}${series.length > 1 ? " each" : ""}`;
}
