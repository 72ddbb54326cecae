import type { Metric, Metrics, MetricType } from "./metrics.js";

/** What the samples of one series name measure. */
export interface SeriesType {
  /** The type of the family; `unknown` where neither a table nor the name says it. */
  readonly type: MetricType;
  /** Which of the family's series it is: `bucket`, `sum` and `count` are those of histograms and summaries. */
  readonly part: SeriesPart;
  /** Whether a source of metrics knows it, or the name alone is read. */
  readonly how: "table" | "name";
  /** The family, where a source knows it. */
  readonly metric?: Metric;
}

/** The series of a family: its own, or one that a suffix names. */
export type SeriesPart = "value" | "bucket" | "sum" | "count";

/** What is known of a series by its name in a query, such as `node_load1` or `http_request_duration_seconds_bucket`. */
export function seriesType(name: string, metrics: Metrics): SeriesType {
  const metric = metrics.metric(name);
  if (metric && metric.type !== "unknown") return { type: metric.type, part: "value", how: "table", metric };

  for (const { suffix, part, of } of familyParts.get(lastWord(name)) ?? []) {
    const family = metrics.metric(name.slice(0, -suffix.length));
    if (family && of.includes(family.type)) return { type: family.type, part, how: "table", metric: family };
  }

  return { ...typeByName(name), how: "name", ...(metric && { metric }) };
}

/** Whether the series only goes up apart from resets, so that `rate()` and `increase()` read it right. */
export function isCumulative({ type, part, metric }: SeriesType): boolean {
  if (metric?.cumulative) return true;
  switch (type) {
    case "counter":
    case "histogram":
      return true;
    case "summary":
    case "unknown":
      return part !== "value";
    case "gauge":
    case "gaugehistogram":
    case "info":
    case "stateset":
      return false;
  }
}

/** The label that tells the series of a histogram or of a summary apart. */
export function labelsOfPart({ part, type }: SeriesType): readonly string[] {
  if (part === "bucket") return ["le"];
  return type === "summary" && part === "value" ? ["quantile"] : [];
}

// Sources that follow OpenMetrics name the families of `foo_total` and `foo_info` just `foo`.
const familyParts = byLastWord<{ suffix: string; part: SeriesPart; of: readonly MetricType[] }>([
  { suffix: "_bucket", part: "bucket", of: ["histogram", "gaugehistogram"] },
  { suffix: "_sum", part: "sum", of: ["histogram", "summary", "gaugehistogram"] },
  { suffix: "_count", part: "count", of: ["histogram", "summary", "gaugehistogram"] },
  { suffix: "_gsum", part: "sum", of: ["gaugehistogram"] },
  { suffix: "_gcount", part: "count", of: ["gaugehistogram"] },
  { suffix: "_total", part: "value", of: ["counter"] },
  { suffix: "_info", part: "value", of: ["info"] },
]);

/** What stands behind the last underscore, with it. */
function lastWord(name: string): string {
  return name.slice(name.lastIndexOf("_"));
}

/** Entries by the last word of their suffix, so that few are tried for a name. */
function byLastWord<E extends { readonly suffix: string }>(entries: readonly E[]): ReadonlyMap<string, readonly E[]> {
  const found = new Map<string, E[]>();
  for (const entry of entries) {
    const word = lastWord(entry.suffix);
    found.set(word, [...(found.get(word) ?? []), entry]);
  }
  return found;
}

function typeByName(name: string): { type: MetricType; part: SeriesPart } {
  if (name.includes(":") || unconventional.some((prefix) => name.startsWith(prefix))) return nothing;
  return byName.get(lastWord(name))?.find(({ suffix }) => name.endsWith(suffix)) ?? nothing;
}

const nothing = { type: "unknown", part: "value" } as const;

// Gauges called `_total`, and the sum and number of a period as gauges called `_sum` and `_count`.
const unconventional = ["elasticsearch_indices_", "aws_"];

// A bare `_sum` or `_count` says nothing: half of the metrics so called are plain gauges. With a unit before it, it is a
// part of a histogram or of a summary, and the name does not tell which.
const suffixesByType: readonly { suffixes: readonly string[]; type: MetricType; part: SeriesPart }[] = [
  { suffixes: ["_total"], type: "counter", part: "value" },
  { suffixes: ["_bucket"], type: "histogram", part: "bucket" },
  { suffixes: ["_seconds_sum", "_bytes_sum"], type: "unknown", part: "sum" },
  { suffixes: ["_seconds_count", "_bytes_count"], type: "unknown", part: "count" },
  {
    suffixes: ["_info", "_annotations", "_created", "_timestamp", "_timestamp_seconds", "_start_time_seconds"],
    type: "gauge",
    part: "value",
  },
  {
    suffixes: ["_ratio", "_percent", "_celsius", "_hertz", "_enabled", "_generation", "_resource_version"],
    type: "gauge",
    part: "value",
  },
  {
    suffixes: ["_replicas", "_in_flight", "_inflight", "_length", "_capacity", "_fds", "_threads", "_goroutines"],
    type: "gauge",
    part: "value",
  },
  {
    suffixes: ["_memory_bytes", "_used_bytes", "_free_bytes", "_avail_bytes", "_limit_bytes"],
    type: "gauge",
    part: "value",
  },
];

const byName = byLastWord(
  suffixesByType.flatMap(({ suffixes, ...rest }) => suffixes.map((suffix) => ({ suffix, ...rest }))),
);
