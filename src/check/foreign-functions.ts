import { valueType } from "../analysis/value-type.js";
import { foreignAggregation } from "../promql/foreign-aggregations.js";
import { functionInfo } from "../promql/functions.js";
import type { Call, Expr } from "../syntax/ast.js";
import { ownMetric } from "../syntax/mistakes/own-metric.js";
import type { Edit } from "../syntax/problem.js";

/** What takes the place of a function that other languages have. */
export interface Instead {
  /** The name of it, where it takes the same arguments but for `edits`. */
  readonly name?: string;
  readonly help: string;
  readonly edits?: readonly Edit[];
}

const groups = `\`count(count by (pod) (${ownMetric}))\`, which counts the values of a label`;
const grown = "`increase()` for a counter, `delta()` for a gauge";
const conditions = `labels in braces, \`${ownMetric}{job="api"}\`, and an operator to compare values: \`${ownMetric} > 0\``;
const grouped = `\`by\`: \`sum by (pod) (${ownMetric})\``;
const orElse = `\`or\`, as in \`${ownMetric} or vector(0)\``;
const percent = "`100 *` before a ratio, as in `100 * a / b`";
const power = `\`^\`, as in \`${ownMetric} ^ 2\``;

/** Functions of earlier versions, and of MetricsQL, LogQL, SQL and other languages. */
const helps: Readonly<Record<string, string>> = {
  avg_by: grouped,
  coalesce: orElse,
  concat: "`label_join()`",
  count_by: grouped,
  count_distinct: groups,
  count_scalar: "`scalar(count(…))`",
  counter: "`rate()` for the rate per second, or `increase()` for how much a counter grew",
  default: orElse,
  default_rollup: "`last_over_time()`",
  derivative: "`deriv()` for a gauge, `rate()` for a counter",
  diff: "`delta()` for a gauge, `increase()` for a counter",
  difference: "`delta()` for a gauge, `increase()` for a counter",
  distinct: groups,
  drop_common_labels: "`sum without (…)`",
  exists: "`absent()` to be told that nothing is there",
  filter: conditions,
  first: "`first_over_time()` of a range, or `limitk(1, …)`",
  group_by: grouped,
  holt_winters: "`double_exponential_smoothing()` since Prometheus 3.0",
  ifnull: orElse,
  forecast: "`predict_linear()`",
  gain: grown,
  gauge: "the metric alone",
  grew: grown,
  grow: grown,
  growth: grown,
  is_empty: "`absent()`",
  isempty: "`absent()`",
  isnull: "`absent()`",
  last: "`last_over_time()` of a range",
  max_by: grouped,
  min_by: grouped,
  moving_average: "`avg_over_time()`",
  not: "`unless` to leave series out, `!=` to compare",
  now: "`time()`",
  order_by: "`sort()` or `sort_desc()`",
  orderby: "`sort()` or `sort_desc()`",
  per_second: "`rate()`",
  percent,
  percentage: percent,
  persecond: "`rate()`",
  predict: "`predict_linear()`",
  prediction: "`predict_linear()`",
  pow: power,
  power,
  sort_by: "`sort()`, or `sort_by_label()`",
  speed: "`rate()`",
  sum_by: grouped,
  unique: groups,
  where: conditions,
};

/** What to use instead of a function that Prometheus does not have, by its name and arguments. */
export function insteadOf(call: Call): Instead | undefined {
  const { text } = call.name;
  const lower = text.toLowerCase();
  const known = Object.hasOwn(helps, lower) ? helps[lower] : undefined;
  if (known !== undefined) {
    const [, name] = /^`(\w+)\(\)`$/.exec(known) ?? [];
    return { help: `use ${known}`, ...(name !== undefined && { name }) };
  }
  const isRange = call.args.some((arg) => valueType(arg) === "matrix");
  const suffix = isRange ? "_over_time" : "";
  const base = (isRange ? text.replace(/_over(?:_time)?$/, "") : text).toLowerCase();
  const top = topInstead(base, call.args, isRange);
  if (top) return top;
  const reader = /^(\w+?)_over(?:_time)?$/.exec(text.toLowerCase())?.[1];
  if (reader !== undefined && functionInfo(reader)?.args.includes("matrix")) return renamed(reader);
  const aggregation = foreignAggregation(base);
  if (aggregation !== undefined) return renamed(`${aggregation}${suffix}`);
  const over = `${base}${suffix}`;
  if (over !== text && functionInfo(over)) return renamed(over);
  return quantileInstead(base, call.args, `quantile${suffix}`);
}

function renamed(name: string): Instead {
  return { name, help: `use \`${name}\`` };
}

/** `top(x)`, which says not how many. */
function topInstead(base: string, args: readonly Expr[], isRange: boolean): Instead | undefined {
  const [first] = args;
  if ((base !== "top" && base !== "bottom") || !first || args.length !== 1) return undefined;
  const [name, overTime] = base === "top" ? ["topk", "max_over_time"] : ["bottomk", "min_over_time"];
  if (isRange) return renamed(overTime);
  const at = first.span.from;
  return { name, help: `use \`${name}(5, …)\``, edits: [{ from: at, to: at, insert: "5, " }] };
}

/** `median(x)`, `p99(x)`, `percentile(99, x)`. */
function quantileInstead(base: string, args: readonly Expr[], name: string): Instead | undefined {
  const [first] = args;
  const share = base === "median" ? "0.5" : /^p\d\d$/.test(base) ? `0.${base.slice(1).replace(/0$/, "")}` : undefined;
  if (share !== undefined && first && args.length === 1) {
    const at = first.span.from;
    return { name, help: `use \`${name}(${share}, …)\``, edits: [{ from: at, to: at, insert: `${share}, ` }] };
  }
  if (!/^percentiles?$/.test(base)) return undefined;
  const help = `use \`${name}()\`, whose first argument lies between 0 and 1: \`${name}(0.95, …)\``;
  if (first?.kind !== "NumberLiteral" || !(first.value > 1 && first.value <= 100)) return { help };
  return { name, help, edits: [{ ...first.span, insert: String(first.value / 100) }] };
}
