import type { Cluster } from "./cluster.js";
import { isUnderWay } from "./incidents.js";
import { randomNumbers } from "./random.js";
import { seriesLabels, type UnsampledSeries } from "./series.js";
import { answers, type Target } from "./target.js";

/**
 * What Prometheus itself writes for each scrape of a target.
 * Source: https://prometheus.io/docs/concepts/jobs_instances/
 */
export function* scrapeSeries(
  { seed, incidents }: Cluster,
  target: Target,
  times: Float64Array,
): Generator<UnsampledSeries> {
  let counted: ReturnType<typeof countScrapes> | undefined;
  const counts = () => (counted ??= countScrapes(target, times));
  const all: Readonly<Record<string, () => Float64Array>> = {
    up: () => times.map((time) => (answers(target, time) ? 1 : 0)),
    scrape_duration_seconds: () => durationsOf({ seed, incidents }, target, times, counts().samples),
    scrape_samples_scraped: () => counts().samples,
    scrape_samples_post_metric_relabeling: () => counts().samples,
    scrape_series_added: () => counts().added,
  };
  for (const [family, values] of Object.entries(all)) {
    const labels = seriesLabels(target.labels, { name: family, labels: {} });
    yield { family, labels, sampled: () => ({ family, labels, times, values: values(), ends: [] }) };
  }
}

function durationsOf(
  { seed, incidents }: Pick<Cluster, "seed" | "incidents">,
  target: Target,
  times: Float64Array,
  samples: Float64Array,
): Float64Array {
  const name = Object.values(target.labels).join(" ");
  const next = randomNumbers(`${seed} duration ${name}`);
  const isSlow = (time: number) =>
    target.labels["job"] === "apiserver" && isUnderWay(incidents["slow-apiserver"], time);
  return times.map((time, k) => {
    const usual = (0.002 + 2e-5 * (samples[k] ?? 0)) * (0.8 + 0.5 * next());
    return answers(target, time) ? usual * (isSlow(time) ? 3 : 1) : 10.0003;
  });
}

/** How many samples each scrape gives, and how many of them are of series that the one before did not have. */
function countScrapes(target: Target, times: Float64Array) {
  const samples = new Float64Array(times.length);
  const added = new Float64Array(times.length);
  const lasting = target.instruments.filter(({ present }) => !present).length;
  const passing = target.instruments.flatMap(({ present }) => (present ? [present] : []));
  let before = new Set<number>();
  let isUp = false;
  for (const [k, time] of times.entries()) {
    if (!answers(target, time)) {
      [before, isUp] = [new Set(), false];
      continue;
    }
    const now = new Set<number>();
    for (const [which, present] of passing.entries()) if (present(time)) now.add(which);
    samples[k] = lasting + now.size;
    added[k] = (isUp ? 0 : lasting) + [...now].filter((which) => !before.has(which)).length;
    [before, isUp] = [now, true];
  }
  return { samples, added };
}
