import type { Metric } from "../metrics/metrics.js";
import type { Family } from "./exposition.js";

/** What an exposition tells of its metrics; `labels` is left out for a family without samples. */
export function familiesToMetrics(families: Iterable<Family>, source: string): Metric[] {
  return Array.from(families, (family) => {
    const { name, type, unit, help } = family;
    return {
      name,
      type,
      ...(unit !== undefined && { unit }),
      ...(help !== undefined && { help }),
      ...(family.samples.length > 0 && { labels: labelsOf(family) }),
      source,
    };
  });
}

function labelsOf({ type, samples }: Family): string[] {
  const labels = new Set(samples.flatMap((sample) => [...sample.labels.keys()]));
  if (type === "histogram" || type === "gaugehistogram") labels.delete("le");
  if (type === "summary") labels.delete("quantile");
  return [...labels].sort();
}
