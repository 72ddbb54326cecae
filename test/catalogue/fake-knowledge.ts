import type { CatalogueEntry } from "../../src/catalogue/entry.js";
import type { CatalogueServer } from "../../src/catalogue/knowledge.js";
import type { Labels, QueryAnswer, Target } from "../../src/prometheus/index.js";

/** An entry that reads `demo_up`, with the fields that a test changes. */
export function entryOf(changes: Partial<CatalogueEntry> = {}): CatalogueEntry {
  return {
    id: "demo-up",
    question: "Is it up?",
    query: "demo_up",
    kind: "instant",
    unit: "boolean",
    type: "vector",
    labels: [],
    explanation: "It is 1 when the last scrape worked.",
    requires: { metrics: ["demo_up"] },
    source: "https://example.org/up",
    tags: ["demo"],
    level: "beginner",
    exporter: { name: "demo", jobs: ["demo-job"], port: 9999, docs: "https://example.org" },
    at: { path: "demo.yaml", line: 4, column: 9 },
    ...changes,
  };
}

/** A target of the demo exporter. */
export function targetOf(changes: Partial<Target> = {}): Target {
  const labels = { job: "demo-job", instance: "a:1" };
  const scrapeUrl = "http://a:1/metrics";
  return { labels, discoveredLabels: {}, scrapePool: "demo-job", scrapeUrl, health: "up", ...changes };
}

/** An instant vector of the series with these labels, all of the value 1. */
export function vectorOf(...series: readonly Labels[]): QueryAnswer {
  const result = {
    type: "vector" as const,
    series: series.map((labels) => ({ labels, sample: { time: 0, value: 1 } })),
  };
  return { result, warnings: [], infos: [] };
}

/** A server that answers instant queries from a table; queries that are not in it return nothing. */
export function serverOf(knows: {
  readonly answers?: Readonly<Record<string, QueryAnswer | Error>>;
  readonly names?: readonly string[];
  readonly targets?: readonly Target[];
}): CatalogueServer {
  const query = (text: string) => {
    const answer = knows.answers?.[text.replace("\n", "")] ?? vectorOf();
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  return {
    url: "http://prometheus",
    instantQuery: query,
    rangeQuery: query,
    labelValues: () => Promise.resolve(knows.names ?? []),
    targets: () => Promise.resolve(knows.targets ?? []),
  };
}
