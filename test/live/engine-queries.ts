import fc, { type Arbitrary } from "fast-check";
import { randomQuery } from "./random-query.js";

const selector = fc.constantFrom(
  ...["foo", "bar", "baz", "requests_total", "latency_bucket", 'foo{a="x"}', 'bar{b=~"x|y"}', 'foo{b!="x"}'],
  ...['{__name__=~"foo|bar", a="z"}', 'bar{b=""}', "nothing", 'foo{job=~"a.*", instance!~".*x.*"}'],
);
const modifier = fc.constantFrom(
  "",
  "",
  "",
  " offset 3m",
  " offset -2m",
  " @ end()",
  " @ start() offset 1m",
  " offset 17s",
);
const range = fc.constantFrom("1m", "5m", "10m", "37s", "30m", "16s");
const rangeVector = fc.oneof(
  { weight: 4, arbitrary: text`${selector}[${range}]${modifier}` },
  { weight: 1, arbitrary: text`${selector}[${range}:${fc.constantFrom("", "30s", "1m", "17s")}]${modifier}` },
  { weight: 1, arbitrary: text`(sum by (a) (rate(${selector}[2m])))[10m:1m]${modifier}` },
);
const scalar = fc.constantFrom(
  "0",
  "0.5",
  "1",
  "2",
  "-1",
  "1.5",
  "NaN",
  "(time() % 7)",
  "scalar(foo{a='x',b='x'})",
  "Inf",
);
const label = fc.constantFrom("a", "b", "job", "instance", "le", "__name__");
const labels = fc.uniqueArray(label, { maxLength: 3 }).map((names) => names.join(", "));
const grouping = text`${fc.constantFrom("by", "without")} (${labels})`;

const overTime = fc.constantFrom(
  ...["rate", "increase", "delta", "irate", "idelta", "deriv", "changes", "resets", "avg_over_time", "min_over_time"],
  ...["max_over_time", "sum_over_time", "count_over_time", "stddev_over_time", "stdvar_over_time", "last_over_time"],
  ...["present_over_time", "absent_over_time", "mad_over_time", "ts_of_max_over_time", "ts_of_min_over_time"],
  ...["ts_of_last_over_time"],
);
const oneToOne = fc.constantFrom(
  ...[
    "abs",
    "ceil",
    "floor",
    "exp",
    "ln",
    "log2",
    "log10",
    "sqrt",
    "sgn",
    "round",
    "sin",
    "cos",
    "tan",
    "asin",
    "acos",
  ],
  ...["atan", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "deg", "rad", "timestamp", "hour", "minute", "month"],
  ...["year", "day_of_week", "day_of_month", "day_of_year", "days_in_month", "absent", "sort", "sort_desc", "-", "+"],
);
const operator = fc.constantFrom(
  ...["+", "-", "*", "/", "%", "^", "atan2", "==", "!=", ">", "<", ">=", "<=", "== bool", "> bool", "<= bool"],
);
const matching = fc.oneof(
  fc.constant(""),
  text`on (${labels})`,
  text`ignoring (${labels})`,
  fc.constantFrom(
    ...["on (job) group_left (version)", "on (instance) group_right ()", "ignoring (a) group_left ()"],
    ...["on (a, b) group_left (le)", "ignoring (le) group_left"],
  ),
);

const vector = fc.letrec<{ vector: string }>((tie) => ({
  vector: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    { weight: 2, arbitrary: text`${selector}${modifier}` },
    { weight: 5, arbitrary: text`${overTime}(${rangeVector})` },
    { weight: 1, arbitrary: text`quantile_over_time(${scalar}, ${rangeVector})` },
    { weight: 1, arbitrary: text`predict_linear(${rangeVector}, ${fc.constantFrom("60", "3600", "-5")})` },
    { weight: 1, arbitrary: text`double_exponential_smoothing(${rangeVector}, 0.3, ${fc.constantFrom("0.6", "1")})` },
    { weight: 3, arbitrary: text`${oneToOne}(${tie("vector")})` },
    { weight: 1, arbitrary: text`clamp(${tie("vector")}, ${scalar}, ${scalar})` },
    { weight: 1, arbitrary: text`${fc.constantFrom("clamp_min", "clamp_max", "round")}(${tie("vector")}, ${scalar})` },
    {
      weight: 3,
      arbitrary: text`${fc.constantFrom("sum", "avg", "min", "max", "count", "group", "stddev", "stdvar")} ${grouping} (${tie("vector")})`,
    },
    {
      weight: 1,
      arbitrary: text`${fc.constantFrom("topk", "bottomk")} ${grouping} (${fc.constantFrom("0", "1", "2", "-1", "time() % 4", "100")}, ${fc.constantFrom("bar", "avg_over_time(bar[5m])", "-bar", "bar offset 1m")})`,
    },
    {
      weight: 1,
      arbitrary: text`quantile ${grouping} (${fc.constantFrom("0", "0.5", "0.9", "1", "NaN", "-1", "1.5")}, ${tie("vector")})`,
    },
    {
      weight: 1,
      arbitrary: text`count_values ${grouping} ("${fc.constantFrom("value", "a")}", ${fc.constantFrom("foo", "round(bar)", "foo % 5")})`,
    },
    { weight: 1, arbitrary: text`limit_ratio(${fc.constantFrom("0.5", "-0.3", "0.1", "1")}, ${tie("vector")})` },
    {
      weight: 1,
      arbitrary: text`histogram_quantile(${scalar}, ${fc.constantFrom("latency_bucket", "rate(latency_bucket[5m])", "sum by (le, a) (latency_bucket)")})`,
    },
    { weight: 1, arbitrary: text`histogram_quantile(${scalar}, ${tie("vector")})` },
    {
      weight: 1,
      arbitrary: text`info(${fc.constantFrom("foo", "bar", "requests_total", 'foo{a="x"}', "rate(foo[5m])")}${fc.constantFrom("", ", {version=~'.+'}", ", {version='v1'}", ", {__name__='target_info'}")})`,
    },
    {
      weight: 1,
      arbitrary: text`label_replace(${tie("vector")}, "${label}", "${fc.constantFrom("$1", "z", "", "$1-$2", "${1}x")}", "${label}", "${fc.constantFrom("(.*)", "(x|y)", "(.)(.*)", "")}")`,
    },
    { weight: 1, arbitrary: text`label_join(${tie("vector")}, "${label}", "-", "a", "${label}")` },
    { weight: 2, arbitrary: text`(${tie("vector")} ${operator} ${matching} ${tie("vector")})` },
    { weight: 2, arbitrary: text`(${tie("vector")} ${operator} ${scalar})` },
    { weight: 1, arbitrary: text`(${scalar} ${operator} ${tie("vector")})` },
    {
      weight: 2,
      arbitrary: text`(${tie("vector")} ${fc.constantFrom("and", "or", "unless")} ${fc.oneof(fc.constant(""), text`on (${labels})`, text`ignoring (${labels})`)} ${tie("vector")})`,
    },
  ),
})).vector;

/**
 * Queries that Prometheus 3.5 reads with experimental functions on, over the series of `engineSeries`. What depends on
 * the order of series with equal values is not among them, nor `histogram_fraction`: Prometheus 3.5 does not sort the
 * buckets and finds none at infinity; and it takes `quantile(scalar(a), b @ end())` for the same at each step.
 */
export const engineQuery: Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: vector },
  { weight: 1, arbitrary: randomQuery.filter((query) => !/\b(?:topk|bottomk|limitk|count_values)\b/.test(query)) },
  { weight: 1, arbitrary: rangeVector },
  { weight: 1, arbitrary: text`(${scalar}) ${fc.constantFrom("+", "*", "^", "> bool")} (${scalar})` },
);

function text(parts: TemplateStringsArray, ...values: readonly Arbitrary<string>[]): Arbitrary<string> {
  return fc.tuple(...values).map((texts) => String.raw({ raw: parts }, ...texts));
}
