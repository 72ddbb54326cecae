import { isAtLeast } from "./features.js";
import type { ValueType } from "./value-types.js";

/** What a function takes, gives and means. */
export interface FunctionInfo {
  /** The types of the arguments; the last one stands for all that may follow. */
  readonly args: readonly ValueType[];
  /** How few arguments it accepts; without it, all of `args`. */
  readonly min?: number;
  /** How many arguments it accepts; without it, all of `args`. */
  readonly max?: number;
  readonly returns: "scalar" | "vector";
  /** The type of the series it is made for, where the other type gives a wrong number. */
  readonly wants?: "counter" | "gauge";
  /** Whether a server rejects it without the flag `promql-experimental-functions`. */
  readonly experimental?: true;
  /** The first Prometheus version that has it. */
  readonly since: string;
  /** The first version that has it without a flag, where it was experimental before. */
  readonly stableSince?: string;
}

const functions = {
  abs: { args: ["vector"], returns: "vector", since: "0.7.0" },
  absent: { args: ["vector"], returns: "vector", since: "0.9.0" },
  absent_over_time: { args: ["matrix"], returns: "vector", since: "2.16.0" },
  acos: { args: ["vector"], returns: "vector", since: "2.31.0" },
  acosh: { args: ["vector"], returns: "vector", since: "2.31.0" },
  asin: { args: ["vector"], returns: "vector", since: "2.31.0" },
  asinh: { args: ["vector"], returns: "vector", since: "2.31.0" },
  atan: { args: ["vector"], returns: "vector", since: "2.31.0" },
  atanh: { args: ["vector"], returns: "vector", since: "2.31.0" },
  avg_over_time: { args: ["matrix"], returns: "vector", since: "0.7.0" },
  ceil: { args: ["vector"], returns: "vector", since: "0.11.0" },
  changes: { args: ["matrix"], returns: "vector", since: "0.14.0" },
  clamp: { args: ["vector", "scalar", "scalar"], returns: "vector", since: "2.26.0" },
  clamp_max: { args: ["vector", "scalar"], returns: "vector", since: "0.16.2" },
  clamp_min: { args: ["vector", "scalar"], returns: "vector", since: "0.16.2" },
  cos: { args: ["vector"], returns: "vector", since: "2.31.0" },
  cosh: { args: ["vector"], returns: "vector", since: "2.31.0" },
  count_over_time: { args: ["matrix"], returns: "vector", since: "0.7.0" },
  day_of_month: { args: ["vector"], min: 0, returns: "vector", since: "1.1.0" },
  day_of_week: { args: ["vector"], min: 0, returns: "vector", since: "1.1.0" },
  day_of_year: { args: ["vector"], min: 0, returns: "vector", since: "2.36.0" },
  days_in_month: { args: ["vector"], min: 0, returns: "vector", since: "1.1.0" },
  deg: { args: ["vector"], returns: "vector", since: "2.31.0" },
  delta: { args: ["matrix"], returns: "vector", wants: "gauge", since: "0.1.0" },
  deriv: { args: ["matrix"], returns: "vector", wants: "gauge", since: "0.9.0" },
  double_exponential_smoothing: {
    args: ["matrix", "scalar", "scalar"],
    returns: "vector",
    wants: "gauge",
    experimental: true,
    since: "3.0.0",
  },
  end: { args: [], returns: "scalar", experimental: true, since: "3.12.0" },
  exp: { args: ["vector"], returns: "vector", since: "0.13.0" },
  first_over_time: { args: ["matrix"], returns: "vector", since: "3.7.0", stableSince: "3.14.0" },
  floor: { args: ["vector"], returns: "vector", since: "0.11.0" },
  histogram_avg: { args: ["vector"], returns: "vector", since: "2.51.0" },
  histogram_count: { args: ["vector"], returns: "vector", since: "2.40.0" },
  histogram_fraction: { args: ["scalar", "scalar", "vector"], returns: "vector", since: "2.40.0" },
  histogram_quantile: { args: ["scalar", "vector"], returns: "vector", since: "0.11.0" },
  histogram_quantiles: {
    args: ["vector", "string", "scalar", "scalar"],
    min: 3,
    max: 12,
    returns: "vector",
    experimental: true,
    since: "3.11.0",
  },
  histogram_stddev: { args: ["vector"], returns: "vector", since: "2.47.0" },
  histogram_stdvar: { args: ["vector"], returns: "vector", since: "2.47.0" },
  histogram_sum: { args: ["vector"], returns: "vector", since: "2.40.0" },
  hour: { args: ["vector"], min: 0, returns: "vector", since: "1.1.0" },
  idelta: { args: ["matrix"], returns: "vector", wants: "gauge", since: "1.1.0" },
  increase: { args: ["matrix"], returns: "vector", wants: "counter", since: "0.14.0" },
  info: { args: ["vector", "vector"], min: 1, returns: "vector", experimental: true, since: "2.55.0" },
  irate: { args: ["matrix"], returns: "vector", wants: "counter", since: "0.16.1" },
  label_join: {
    args: ["vector", "string", "string", "string"],
    min: 3,
    max: Infinity,
    returns: "vector",
    since: "1.8.0",
  },
  label_replace: {
    args: ["vector", "string", "string", "string", "string"],
    returns: "vector",
    since: "0.16.0",
  },
  last_over_time: { args: ["matrix"], returns: "vector", since: "2.26.0" },
  ln: { args: ["vector"], returns: "vector", since: "0.13.0" },
  log10: { args: ["vector"], returns: "vector", since: "0.13.0" },
  log2: { args: ["vector"], returns: "vector", since: "0.13.0" },
  mad_over_time: { args: ["matrix"], returns: "vector", experimental: true, since: "2.49.0" },
  max_of: { args: ["scalar", "scalar"], returns: "scalar", experimental: true, since: "3.13.0" },
  max_over_time: { args: ["matrix"], returns: "vector", since: "0.7.0" },
  min_of: { args: ["scalar", "scalar"], returns: "scalar", experimental: true, since: "3.13.0" },
  min_over_time: { args: ["matrix"], returns: "vector", since: "0.7.0" },
  minute: { args: ["vector"], min: 0, returns: "vector", since: "1.2.0" },
  month: { args: ["vector"], min: 0, returns: "vector", since: "1.1.0" },
  pi: { args: [], returns: "scalar", since: "2.31.0" },
  predict_linear: { args: ["matrix", "scalar"], returns: "vector", wants: "gauge", since: "0.16.0" },
  present_over_time: { args: ["matrix"], returns: "vector", since: "2.29.0" },
  quantile_over_time: { args: ["scalar", "matrix"], returns: "vector", since: "1.1.0" },
  rad: { args: ["vector"], returns: "vector", since: "2.31.0" },
  range: { args: [], returns: "scalar", experimental: true, since: "3.12.0" },
  rate: { args: ["matrix"], returns: "vector", wants: "counter", since: "0.1.0" },
  resets: { args: ["matrix"], returns: "vector", since: "0.14.0" },
  round: { args: ["vector", "scalar"], min: 1, returns: "vector", since: "0.11.0" },
  scalar: { args: ["vector"], returns: "scalar", since: "0.1.0" },
  sgn: { args: ["vector"], returns: "vector", since: "2.26.0" },
  sin: { args: ["vector"], returns: "vector", since: "2.31.0" },
  sinh: { args: ["vector"], returns: "vector", since: "2.31.0" },
  sort: { args: ["vector"], returns: "vector", since: "0.1.0" },
  sort_by_label: {
    args: ["vector", "string"],
    min: 1,
    max: Infinity,
    returns: "vector",
    experimental: true,
    since: "2.49.0",
  },
  sort_by_label_desc: {
    args: ["vector", "string"],
    min: 1,
    max: Infinity,
    returns: "vector",
    experimental: true,
    since: "2.49.0",
  },
  sort_desc: { args: ["vector"], returns: "vector", since: "0.1.0" },
  sqrt: { args: ["vector"], returns: "vector", since: "0.13.2" },
  start: { args: [], returns: "scalar", experimental: true, since: "3.12.0" },
  start_timestamp: { args: ["vector"], returns: "vector", experimental: true, since: "3.14.0" },
  stddev_over_time: { args: ["matrix"], returns: "vector", since: "1.1.0" },
  stdvar_over_time: { args: ["matrix"], returns: "vector", since: "1.1.0" },
  step: { args: [], returns: "scalar", experimental: true, since: "3.12.0" },
  sum_over_time: { args: ["matrix"], returns: "vector", since: "0.7.0" },
  tan: { args: ["vector"], returns: "vector", since: "2.31.0" },
  tanh: { args: ["vector"], returns: "vector", since: "2.31.0" },
  time: { args: [], returns: "scalar", since: "0.1.0" },
  timestamp: { args: ["vector"], returns: "vector", since: "2.0.0" },
  ts_of_first_over_time: { args: ["matrix"], returns: "vector", experimental: true, since: "3.7.0" },
  ts_of_last_over_time: { args: ["matrix"], returns: "vector", experimental: true, since: "3.5.0" },
  ts_of_max_over_time: { args: ["matrix"], returns: "vector", experimental: true, since: "3.5.0" },
  ts_of_min_over_time: { args: ["matrix"], returns: "vector", experimental: true, since: "3.5.0" },
  vector: { args: ["scalar"], returns: "vector", since: "0.16.0" },
  year: { args: ["vector"], min: 0, returns: "vector", since: "1.1.0" },
} as const satisfies Record<string, FunctionInfo>;

const byName: ReadonlyMap<string, FunctionInfo> = new Map(Object.entries(functions));

/** A function of Prometheus 3.14. */
export type FunctionName = keyof typeof functions;

/** Functions that are gone, and the version that took each away. */
const former: Readonly<Record<string, { readonly info: FunctionInfo; readonly until: string }>> = {
  holt_winters: {
    info: { args: ["matrix", "scalar", "scalar"], returns: "vector", wants: "gauge", since: "0.18.0" },
    until: "3.0.0",
  },
};

/**
 * What a function takes, gives and means; nothing for a name that neither Prometheus 3.14 nor the given version has.
 * Case matters.
 * Sources: https://prometheus.io/docs/prometheus/latest/querying/functions/ and, for the versions, the
 * function tables of the release tags.
 */
export function functionInfo(name: string, version?: string): FunctionInfo | undefined {
  const known = byName.get(name);
  if (known) return known;
  const gone = version !== undefined && Object.hasOwn(former, name) ? former[name] : undefined;
  return gone && version !== undefined && !isAtLeast(version, gone.until) ? gone.info : undefined;
}

/** All functions, sorted. */
export const functionNames = Object.keys(functions) as readonly FunctionName[];
