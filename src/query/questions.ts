import type { PrometheusClient } from "../prometheus/client.js";
import { PrometheusError } from "../prometheus/error.js";
import type { Labels } from "../prometheus/result.js";
import type { Target } from "../prometheus/targets.js";

/** What is asked of a server to learn why a result is empty. */
export type AskedServer = Pick<PrometheusClient, "instantQuery" | "labelValues" | "targets">;

/** Questions about one moment. Every answer rejects with a `PrometheusError` where the server does not give it. */
export interface Questions {
  /** In seconds since 1970. */
  readonly time: number;
  /** The value of an expression that gives one series at most; nothing where it gives none. */
  readonly value: (query: string) => Promise<number | undefined>;
  /** How many series an expression gives. */
  readonly count: (query: string) => Promise<number>;
  /** The labels of the series that an expression gives. */
  readonly labels: (query: string) => Promise<readonly Labels[]>;
  /** The values that a label has among the series of a selector, whatever their time. */
  readonly valuesOf: (label: string, selector?: string) => Promise<readonly string[]>;
  /** The targets, asked for once; none where the server does not tell them, as Thanos and Mimir. */
  readonly targets: () => Promise<readonly Target[]>;
}

/** Asks a server about a moment. */
export function questionsTo(server: AskedServer, time: Date): Questions {
  const series = async (query: string) => {
    const { result } = await server.instantQuery(query, time);
    return result.type === "vector" ? result.series : [];
  };
  const value = async (query: string) => {
    const [first] = await series(query);
    return first && "value" in first.sample ? first.sample.value : undefined;
  };
  let targets: Promise<readonly Target[]> | undefined;
  return {
    time: time.getTime() / 1000,
    value,
    count: async (query) => (await value(`count(${query}\n)`)) ?? 0,
    labels: async (query) => (await series(query)).map(({ labels }) => labels),
    valuesOf: (label, selector) => server.labelValues(label, selector === undefined ? [] : [selector]),
    targets: () => (targets ??= server.targets().catch(noneIfRefused)),
  };
}

function noneIfRefused(error: unknown): readonly Target[] {
  if (error instanceof PrometheusError) return [];
  throw error;
}
