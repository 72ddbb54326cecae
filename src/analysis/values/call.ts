import type { Metrics } from "../../metrics/metrics.js";
import type { Aggregation, Call, Expr } from "../../syntax/ast.js";
import { metricOf, selectedType, sourceSelector } from "../selectors.js";
import { anyNumber, between, exactly, isUnbounded, type ValueRange } from "./value-range.js";

type RangeOf = (expr: Expr) => ValueRange;

/** Between which numbers the values of an aggregation lie, given those of what it aggregates and of its parameter. */
export function aggregationRange(node: Aggregation, of: RangeOf): ValueRange {
  const { op, param } = node;
  const range = { ...of(node.expr), onlyNumbers: false };
  switch (op.text) {
    case "count":
    case "count_values":
      return { min: 1, max: Infinity, whole: true, onlyNumbers: true, source: node };
    case "group":
      return { ...exactly(1), source: node };
    case "stddev":
    case "stdvar":
      return { min: 0, max: Infinity, source: node };
    case "sum":
      return sumRange(range);
    case "avg":
      return averageRange(range);
    case "quantile":
      return param && isShare(of(param)) ? interpolated(range) : anyNumber;
    case "min":
    case "max":
    case "topk":
    case "bottomk":
    case "limitk":
    case "limit_ratio":
      return range;
  }
}

/** Between which numbers the values of a function lie, given those of its arguments. */
export function callRange(call: Call, metrics: Metrics, of: RangeOf): ValueRange {
  const { name, args } = call;
  const fixed = fixedRanges.get(name.text);
  if (fixed) return { ...fixed, source: call };

  const [first, second, third] = args.map(of);
  if (!first) return name.text === "pi" ? exactly(Math.PI) : anyNumber;
  const range = { ...first, onlyNumbers: false };
  switch (name.text) {
    case "rate":
    case "irate":
    case "increase":
      return first.min >= 0 || isCounter(args[0], metrics) ? { min: 0, max: Infinity, source: call } : anyNumber;
    case "vector":
    case "sort":
    case "sort_desc":
    case "sort_by_label":
    case "sort_by_label_desc":
    case "label_replace":
    case "label_join":
    case "info":
      return first;
    case "scalar":
    case "min_over_time":
    case "max_over_time":
    case "last_over_time":
    case "first_over_time":
      return range;
    case "avg_over_time":
      return averageRange(range);
    case "quantile_over_time":
      return second && isShare(first) ? interpolated(second) : anyNumber;
    case "sum_over_time":
      return sumRange(range);
    case "clamp_min":
      return second ? clampedBelow(call, range, second) : anyNumber;
    case "clamp_max":
      return second ? clampedAbove(call, range, second) : anyNumber;
    case "clamp":
      return second && third ? clampedAbove(call, clampedBelow(call, range, second), third) : anyNumber;
    default:
      return anyNumber;
  }
}

/** Whether the values of a function lie between bounds that depend on its arguments. */
export function isBoundByArguments(name: string): boolean {
  return boundByArguments.has(name);
}

const boundByArguments: ReadonlySet<string> = new Set([
  ...["rate", "irate", "increase", "vector", "scalar", "info", "label_replace", "label_join"],
  ...["sort", "sort_desc", "sort_by_label", "sort_by_label_desc", "clamp", "clamp_min", "clamp_max"],
  ...["min_over_time", "max_over_time", "last_over_time", "first_over_time"],
  ...["avg_over_time", "sum_over_time", "quantile_over_time"],
]);

/** Those of functions that do not depend on their arguments, by name. */
export const fixedRanges: ReadonlyMap<string, ValueRange> = new Map([
  ...["absent", "absent_over_time", "present_over_time"].map((name) => [name, exactly(1)] as const),
  ["count_over_time", between(1, Infinity, { whole: true, onlyNumbers: true })],
  ["changes", between(0, Infinity, { whole: true, onlyNumbers: true })],
  ["resets", between(0, Infinity, { whole: true, onlyNumbers: true })],
  ["minute", between(0, 59, { whole: true, onlyNumbers: true })],
  ["hour", between(0, 23, { whole: true, onlyNumbers: true })],
  ["day_of_week", between(0, 6, { whole: true, onlyNumbers: true })],
  ["day_of_month", between(1, 31, { whole: true, onlyNumbers: true })],
  ["day_of_year", between(1, 366, { whole: true, onlyNumbers: true })],
  ["days_in_month", between(28, 31, { whole: true, onlyNumbers: true })],
  ["month", between(1, 12, { whole: true, onlyNumbers: true })],
  ["abs", between(0, Infinity)],
  ["sqrt", between(-0, Infinity)],
  ["exp", between(0, Infinity)],
  ["stddev_over_time", between(0, Infinity)],
  ["stdvar_over_time", between(0, Infinity)],
  ["mad_over_time", between(0, Infinity)],
  ["sgn", between(-1, 1, { whole: true })],
  ["sin", between(-1, 1)],
  ["cos", between(-1, 1)],
  ["tanh", between(-1, 1)],
]);

/**
 * Whether the samples of a range may be those of a counter, which never fall below 0. A sum of observations may fall, and
 * a recorded series may be anything.
 */
function isCounter(range: Expr | undefined, metrics: Metrics): boolean {
  const selector = range && sourceSelector(range);
  const metric = selector && metricOf(selector);
  if (!metric || metric.text.includes(":")) return false;
  const series = selectedType(selector, { metrics });
  return series?.part !== "sum" && series?.type !== "gauge" && series?.type !== "gaugehistogram";
}

/** A sum goes away from zero with each value of the same sign. */
function sumRange({ min, max, whole, source }: ValueRange): ValueRange {
  const rest = { whole, source };
  if (min >= 0) return between(min, Infinity, rest);
  return between(-Infinity, max <= 0 ? max : Infinity, rest);
}

/** The average of equal values may differ from them in the last digit, unless they are whole. */
function averageRange({ min, max, source }: ValueRange): ValueRange {
  const [low, high] = [min, max].map((bound) => (Number.isInteger(bound) ? bound : NaN));
  return between(low ?? NaN, high ?? NaN, { source });
}

/** What lies between two values is computed with errors in the last digit, which change no sign. */
function interpolated({ min, max, source }: ValueRange): ValueRange {
  return between(min >= 0 ? 0 : NaN, max <= 0 ? 0 : NaN, { source });
}

function isShare({ min, max }: ValueRange): boolean {
  return min >= 0 && max <= 1;
}

function clampedBelow(call: Call, range: ValueRange, low: ValueRange): ValueRange {
  return moved(call, range, Math.max(range.min, low.min), Math.max(range.max, low.max));
}

function clampedAbove(call: Call, range: ValueRange, high: ValueRange): ValueRange {
  return moved(call, range, Math.min(range.min, high.min), Math.min(range.max, high.max));
}

function moved(call: Call, { source }: ValueRange, min: number, max: number): ValueRange {
  const range = between(min, max);
  return isUnbounded(range) ? range : { ...range, source: source ?? call };
}
