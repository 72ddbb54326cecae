import { type Answer, type FailureKind, instantQuery, type Limits, rangeQuery, type Storage } from "../engine/index.js";
import { type Labels, labelValue } from "../engine/labels.js";
import { type Matcher, matchersOf } from "../engine/matchers.js";
import type { Metrics } from "../metrics/metrics.js";
import { seriesType } from "../metrics/series-type.js";
import { PrometheusError, type PrometheusErrorKind } from "../prometheus/error.js";
import type { MetricMetadata, PrometheusClient, Target } from "../prometheus/index.js";
import type { QueryAnswer } from "../prometheus/result.js";
import { compareCodePoints } from "../promql/code-points.js";
import { parse } from "../syntax/parse.js";

/** What series in memory can answer of what a server is asked. */
export type EmbeddedServer = Pick<
  PrometheusClient,
  "url" | "instantQuery" | "rangeQuery" | "metadata" | "labelNames" | "labelValues" | "targets" | "buildInfo"
> & {
  /** The time of queries that give none. */
  readonly now: Date;
};

/** Series, and what is known of them. */
export interface Embedded {
  /** Stands where a server has its address: `the demo cluster`. */
  readonly name: string;
  readonly storage: Storage;
  /** Types and help of what is stored. */
  readonly metrics: Metrics;
  readonly targets?: readonly Target[];
  /** In milliseconds since 1970. */
  readonly now: number;
  readonly limits?: Limits;
}

/** Answers from memory as a server would; every method rejects with a `PrometheusError`, as the client of one does. */
export function embeddedServer({ name, storage, metrics, targets = [], now, limits = {} }: Embedded): EmbeddedServer {
  return {
    url: name,
    now: new Date(now),
    instantQuery: (query, time) =>
      settled(() => answerOf(instantQuery(storage, query, (time?.getTime() ?? now) / 1000, limits))),
    rangeQuery: (query, start, end, step) =>
      settled(() => answerOf(rangeQuery(storage, query, start.getTime() / 1000, end.getTime() / 1000, step, limits))),
    metadata: () => settled(() => metadataOf(storage, metrics)),
    labelNames: (match) => settled(() => namesOf(storage, match)),
    labelValues: (label, match) => settled(() => valuesOf(storage, label, match)),
    targets: () => settled(() => targets),
    buildInfo: () => settled(() => ({ version: "3.14.0", application: "promql-lint" })),
  };
}

function settled<T>(answer: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(answer());
  });
}

function answerOf(answer: Answer): QueryAnswer {
  if ("error" in answer) {
    const { kind, message } = answer.error;
    throw new PrometheusError(errorKinds[kind], message, { serverSays: message });
  }
  return answer;
}

const errorKinds: Readonly<Record<FailureKind, PrometheusErrorKind>> = {
  query: "bad-query",
  execution: "execution",
  limit: "execution",
  cancelled: "cancelled",
  unsupported: "execution",
};

function metadataOf(storage: Storage, metrics: Metrics): ReadonlyMap<string, readonly MetricMetadata[]> {
  const found = new Map<string, readonly MetricMetadata[]>();
  for (const name of valuesOf(storage, "__name__")) {
    const { metric } = seriesType(name, metrics);
    if (metric) found.set(metric.name, [{ type: metric.type, help: metric.help ?? "", unit: metric.unit ?? "" }]);
  }
  return found;
}

/** Sorted, as a server gives them. */
function namesOf(storage: Storage, match?: readonly string[]): readonly string[] {
  const found = labelsOfSeries(storage, match);
  return [...new Set(found.flatMap(({ pairs }) => pairs.map(([name]) => name)))].sort(compareCodePoints);
}

/** Sorted, as a server gives them. */
function valuesOf(storage: Storage, label: string, match?: readonly string[]): readonly string[] {
  const found = labelsOfSeries(storage, match);
  const values = new Set(found.map((labels) => labelValue(labels, label)));
  values.delete("");
  return [...values].sort(compareCodePoints);
}

function labelsOfSeries(storage: Storage, match: readonly string[] = []): readonly Labels[] {
  const conditions = match.length === 0 ? [[]] : match.map(selectorMatchers);
  return conditions.flatMap((matchers) => storage.labels(matchers));
}

function selectorMatchers(selector: string): readonly Matcher[] {
  const { expr } = parse(selector);
  if (expr?.kind === "VectorSelector") return matchersOf(expr);
  throw new PrometheusError("bad-query", `\`${selector}\` is no selector of series`);
}
