import type { Labels, PrometheusClient } from "../prometheus/index.js";
import { type Questions, questionsTo } from "../query/questions.js";
import { type EmptyCause, whyEmpty } from "../query/why-empty.js";
import { parse } from "../syntax/parse.js";
import type { CatalogueEntry } from "./entry.js";

/** The part of a client that a run needs; the embedded engine can offer it as well. */
export type CatalogueServer = Pick<PrometheusClient, "url" | "instantQuery" | "rangeQuery" | "labelValues" | "targets">;

/** What a server is asked when a query returns nothing; each question goes to it once. */
export interface Knowledge {
  readonly ask: Questions;
  /** Which of the metrics in all entries the server stores, or stored within its retention. */
  readonly storedMetrics: () => Promise<ReadonlySet<string>>;
  /** How many series a metric has at this time. */
  readonly seriesNow: (metric: string) => Promise<number>;
  /** The labels of the metrics in which programs tell their versions. */
  readonly buildInfos: () => Promise<readonly Labels[]>;
  /** The parts of a query that give nothing, and why. */
  readonly causes: (query: string) => Promise<readonly EmptyCause[]>;
}

/** Asks a server at a time about the metrics of entries. */
export function knowledgeOf(server: CatalogueServer, entries: readonly CatalogueEntry[], time: Date): Knowledge {
  const metrics = new Set(entries.flatMap((entry) => entry.requires.metrics));
  const ask = questionsTo(server, time);
  return {
    ask,
    storedMetrics: once(
      async () => new Set(await server.labelValues("__name__", [`{__name__=~"${[...metrics].join("|")}"}`])),
    ),
    seriesNow: oncePerMetric((metric) => ask.count(metric)),
    buildInfos: once(() => ask.labels('{__name__=~".+_build_info",__name__!="go_build_info"}')),
    causes: async (query) => {
      const { expr } = parse(query);
      return expr ? whyEmpty(server, query, expr, time) : [];
    },
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
