import { numberText } from "../promql/numbers.js";
import { builtinMetrics } from "../metrics/builtin.js";
import type { Metric } from "../metrics/metrics.js";
import { grouped } from "../syntax/grouped.js";
import type { DemoSeries } from "./series.js";
import { answers, instrumentsAt, type Target } from "./target.js";

/**
 * The series as OpenMetrics text with the time of each sample, in parts, for
 * `promtool tsdb create-blocks-from openmetrics`.
 * Source: https://github.com/prometheus/OpenMetrics/blob/main/specification/OpenMetrics.md
 */
export function* openMetricsText(series: Iterable<DemoSeries>): Generator<string> {
  const families = grouped(series, ({ family }) => family);
  for (const family of [...families.keys()].sort()) {
    const { name, type, help } = inOpenMetrics(knownMetric(family));
    yield `# HELP ${name} ${escaped(help)}\n# TYPE ${name} ${type}\n`;
    for (const { labels, times, values } of families.get(family) ?? []) {
      const start = seriesText(new Map(labels));
      let lines = "";
      for (const [k, time] of times.entries()) lines += `${start} ${numberText(values[k] ?? 0)} ${time / 1000}\n`;
      yield lines;
    }
  }
  yield "# EOF\n";
}

/**
 * What a target answers at a time, in milliseconds since 1970, in Prometheus' text format; nothing while it is down.
 * Source: https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format
 */
export function targetText(target: Target, time: number): string | undefined {
  if (!answers(target, time)) return undefined;
  const families = grouped(instrumentsAt(target, time), ({ family }) => family);
  let text = "";
  for (const [family, instruments] of families) {
    const { type, help = "" } = knownMetric(family);
    text += `# HELP ${family} ${help.replace(/[\\\n]/g, escape)}\n# TYPE ${family} ${type === "unknown" ? "untyped" : type}\n`;
    for (const { name, labels, value } of instruments) {
      const now = typeof value === "number" ? value : value(time);
      text += `${seriesText(new Map([["__name__", name], ...Object.entries(labels)]))} ${numberText(now)}\n`;
    }
  }
  return text;
}

function knownMetric(family: string): Metric {
  const metric = builtinMetrics.metric(family);
  if (!metric) throw new Error(`no table has the metric ${family}`);
  return metric;
}

/** OpenMetrics wants `_total` for every counter, and leaves it out of the family's name. */
function inOpenMetrics({ name, type, help = "" }: Metric) {
  if (type !== "counter") return { name, type, help };
  return name.endsWith("_total")
    ? { name: name.slice(0, -"_total".length), type, help }
    : { name, type: "unknown" as const, help };
}

function seriesText(labels: ReadonlyMap<string, string>): string {
  const pairs = [...labels]
    .filter(([name]) => name !== "__name__")
    .map(([name, value]) => `${name}="${escaped(value)}"`);
  return `${labels.get("__name__") ?? ""}${pairs.length > 0 ? `{${pairs.join(",")}}` : ""}`;
}

function escaped(text: string): string {
  return text.replace(/[\\"\n]/g, escape);
}

function escape(character: string): string {
  return character === "\n" ? "\\n" : `\\${character}`;
}
