import { type PrometheusClient, PrometheusError, type Target } from "../prometheus/index.js";
import type { CatalogueEntry } from "./entry.js";

/** The part of a client that a run needs; the embedded engine can offer it as well. */
export type CatalogueServer = Pick<PrometheusClient, "url" | "instantQuery" | "rangeQuery" | "labelValues" | "targets">;

/** What a server is asked when a query returns nothing; each question goes to it once. */
export interface Knowledge {
  /** Which of the metrics in all entries the server stores, or stored within its retention. */
  readonly storedMetrics: () => Promise<ReadonlySet<string>>;
  /** The targets; none where the server has no such endpoint, as Thanos and Mimir. */
  readonly targets: () => Promise<readonly Target[]>;
  /** How many series a metric has at this time. */
  readonly seriesNow: (metric: string) => Promise<number>;
  /** The `job` and `instance` of the targets that gave a metric within the last day. */
  readonly formerTargets: (metric: string) => Promise<readonly FormerTarget[]>;
}

/** A target as the labels of its series name it. */
export interface FormerTarget {
  readonly job: string;
  readonly instance: string;
}

/** Asks a server at a time about the metrics of entries. */
export function knowledgeOf(server: CatalogueServer, entries: readonly CatalogueEntry[], time: Date): Knowledge {
  const metrics = new Set(entries.flatMap((entry) => entry.requires.metrics));

  async function labelSets(query: string) {
    const { result } = await server.instantQuery(query, time);
    return result.type === "vector" ? result.series : [];
  }

  return {
    storedMetrics: once(
      async () => new Set(await server.labelValues("__name__", [`{__name__=~"${[...metrics].join("|")}"}`])),
    ),
    targets: once(async () => {
      try {
        return await server.targets();
      } catch (error) {
        if (error instanceof PrometheusError) return [];
        throw error;
      }
    }),
    seriesNow: oncePerMetric(async (metric) => {
      const [total] = await labelSets(`count(${metric})`);
      return total && "value" in total.sample ? total.sample.value : 0;
    }),
    formerTargets: oncePerMetric(async (metric) => {
      const series = await labelSets(`group by (job, instance) (last_over_time(${metric}[1d]))`);
      return series.map(({ labels }) => ({ job: labels["job"] ?? "", instance: labels["instance"] ?? "" }));
    }),
  };
}

function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => (answer ??= ask());
}

function oncePerMetric<T>(ask: (metric: string) => Promise<T>): (metric: string) => Promise<T> {
  const answers = new Map<string, Promise<T>>();
  return (metric) => {
    const answer = answers.get(metric) ?? ask(metric);
    answers.set(metric, answer);
    return answer;
  };
}
