/** What an aggregation operator takes before the vector. */
export interface AggregatorInfo {
  readonly param?: "scalar" | "string";
  /** Whether its result is some of the series that it is given, with their labels. */
  readonly selects?: true;
  /** Whether a server rejects it without the flag `promql-experimental-functions`. */
  readonly experimental?: true;
  /** The first Prometheus version that has it, where that is not 1.0 or earlier. */
  readonly addedIn?: string;
}

const aggregators = {
  avg: {},
  bottomk: { param: "scalar", selects: true },
  count: {},
  count_values: { param: "string" },
  group: { addedIn: "2.20.0" },
  limit_ratio: { param: "scalar", selects: true, experimental: true, addedIn: "2.54.0" },
  limitk: { param: "scalar", selects: true, experimental: true, addedIn: "2.54.0" },
  max: {},
  min: {},
  quantile: { param: "scalar" },
  stddev: {},
  stdvar: {},
  sum: {},
  topk: { param: "scalar", selects: true },
} as const satisfies Record<string, AggregatorInfo>;

/** An aggregation operator, in lower case. */
export type AggregatorName = keyof typeof aggregators;

/** Whether a lower-case text is an aggregation operator. */
export function isAggregator(text: string): text is AggregatorName {
  return Object.hasOwn(aggregators, text);
}

/**
 * What an aggregation operator takes.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/operators/#aggregation-operators
 */
export function aggregatorInfo(name: AggregatorName): AggregatorInfo {
  return aggregators[name];
}

/** Whether an aggregation operator gives some of the series as they are: `topk` and its like. */
export function selectsSeries(name: AggregatorName): boolean {
  return aggregatorInfo(name).selects === true;
}

/** All aggregation operators, sorted. */
export const aggregatorNames = Object.keys(aggregators) as readonly AggregatorName[];
