import { type Metric, type Metrics, metricsOf, type MetricType } from "../metrics/metrics.js";
import type { PrometheusClient } from "./client.js";
import { seriesNames } from "../metrics/series-names.js";
import type { MetricMetadata } from "./facts.js";

const types: ReadonlySet<string> = new Set<MetricType>([
  "counter",
  "gauge",
  "histogram",
  "gaugehistogram",
  "summary",
  "info",
  "stateset",
]);

/**
 * What a server knows of metrics: the metadata of its targets, and every other metric name it stores, such as those of
 * recording rules, with the type `unknown`. What it does not store is missing. Rejects with a `PrometheusError`.
 */
export async function serverMetrics(
  client: Pick<PrometheusClient, "url" | "metadata" | "labelValues">,
): Promise<Metrics> {
  const [metadata, names] = await Promise.all([client.metadata(), client.labelValues("__name__")]);
  const stored = new Set(names);

  const families: Metric[] = [];
  const described = new Set<string>();
  for (const [name, entries] of metadata) {
    const family = familyOf(name, entries, client.url);
    // OpenMetrics names a counter's family without the `_total` of its series.
    const total = `${name}_total`;
    const renamed = family.type === "counter" && !stored.has(name) && stored.has(total);
    const known = renamed ? { ...family, name: total } : family;
    families.push(known);
    for (const series of seriesNames(known)) described.add(series);
  }
  for (const name of names) {
    if (!described.has(name)) families.push({ name, type: "unknown", source: client.url });
  }
  const missing = (name: string): string | undefined => (stored.has(name) ? undefined : client.url);
  return { ...metricsOf(families), missing };
}

/** Where targets disagree about the type of a metric, nobody knows it. */
function familyOf(name: string, entries: readonly MetricMetadata[], source: string): Metric {
  const [first] = entries;
  const agreed = first && entries.every((entry) => entry.type === first.type) ? first.type : "unknown";
  const unit = first?.unit;
  const help = first?.help;
  return {
    name,
    type: isMetricType(agreed) ? agreed : "unknown",
    ...(unit && { unit }),
    ...(help && { help }),
    source,
  };
}

function isMetricType(type: string): type is MetricType {
  return types.has(type);
}
