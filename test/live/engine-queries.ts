import fc, { type Arbitrary } from "fast-check";
import { fill } from "../arbitrary-text.js";
import { randomQuery } from "./random-query.js";

/** What the series are called that generated queries ask for, and what their labels are. */
export interface Vocabulary {
  /** Selectors without modifiers. */
  readonly selector: Arbitrary<string>;
  /** Selectors of the buckets of histograms, and the labels by which their sums are grouped besides `le`. */
  readonly buckets: Arbitrary<string>;
  readonly bucketLabels: Arbitrary<string>;
  /** Instant vectors in which no two values are equal, or in which it is known which of them comes first. */
  readonly ranked: Arbitrary<string>;
  /** Instant vectors with few values. */
  readonly counted: Arbitrary<string>;
  /** Instant vectors to which `info` adds labels. */
  readonly described: Arbitrary<string>;
  /** One selector of one series. */
  readonly single: string;
  readonly label: Arbitrary<string>;
  /** Durations in brackets. */
  readonly range: Arbitrary<string>;
  /** `on` and `ignoring` with `group_left` and `group_right`. */
  readonly grouped: Arbitrary<string>;
  /** Regular expressions over values of labels. */
  readonly pattern: Arbitrary<string>;
}

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

/**
 * Instant and range vectors and scalars over some series, as Prometheus 3.5 reads them with experimental functions on.
 * What depends on the order of series with equal values is not among them, nor `histogram_fraction`: Prometheus 3.5 does
 * not sort the buckets and finds none at infinity; and it takes `quantile(scalar(a), b @ end())` for the same at each step.
 */
export function queriesOver(vocabulary: Vocabulary): Arbitrary<string> {
  const { selector, buckets, bucketLabels, ranked, counted, described, single, label, range, pattern } = vocabulary;
  const scalar = fc.constantFrom(
    ...["0", "0.5", "1", "2", "-1", "1.5", "NaN", "Inf", "(time() % 7)"],
    `scalar(${single})`,
  );
  const labels = fc.uniqueArray(label, { maxLength: 3 }).map((names) => names.join(", "));
  const grouping = fill`${fc.constantFrom("by", "without")} (${labels})`;
  const rangeVector = fc.oneof(
    { weight: 4, arbitrary: fill`${selector}[${range}]${modifier}` },
    { weight: 1, arbitrary: fill`${selector}[${range}:${fc.constantFrom("", "30s", "1m", "17s")}]${modifier}` },
    { weight: 1, arbitrary: fill`(sum by (${label}) (rate(${selector}[2m])))[10m:1m]${modifier}` },
  );
  const bucketVector = fc.oneof(buckets, fill`rate(${buckets}[5m])`, fill`sum by (le, ${bucketLabels}) (${buckets})`);
  const matching = fc.oneof(fc.constant(""), fill`on (${labels})`, fill`ignoring (${labels})`, vocabulary.grouped);
  const vector = fc.letrec<{ vector: string }>((tie) => ({
    vector: fc.oneof(
      { maxDepth: 3, depthSize: "small" },
      { weight: 2, arbitrary: fill`${selector}${modifier}` },
      { weight: 5, arbitrary: fill`${overTime}(${rangeVector})` },
      { weight: 1, arbitrary: fill`quantile_over_time(${scalar}, ${rangeVector})` },
      { weight: 1, arbitrary: fill`predict_linear(${rangeVector}, ${fc.constantFrom("60", "3600", "-5")})` },
      { weight: 1, arbitrary: fill`double_exponential_smoothing(${rangeVector}, 0.3, ${fc.constantFrom("0.6", "1")})` },
      { weight: 3, arbitrary: fill`${oneToOne}(${tie("vector")})` },
      { weight: 1, arbitrary: fill`clamp(${tie("vector")}, ${scalar}, ${scalar})` },
      {
        weight: 1,
        arbitrary: fill`${fc.constantFrom("clamp_min", "clamp_max", "round")}(${tie("vector")}, ${scalar})`,
      },
      {
        weight: 3,
        arbitrary: fill`${fc.constantFrom("sum", "avg", "min", "max", "count", "group", "stddev", "stdvar")} ${grouping} (${tie("vector")})`,
      },
      {
        weight: 1,
        arbitrary: fill`${fc.constantFrom("topk", "bottomk")} ${grouping} (${fc.constantFrom("0", "1", "2", "-1", "time() % 4", "100")}, ${ranked})`,
      },
      {
        weight: 1,
        arbitrary: fill`quantile ${grouping} (${fc.constantFrom("0", "0.5", "0.9", "1", "NaN", "-1", "1.5")}, ${tie("vector")})`,
      },
      {
        weight: 1,
        arbitrary: fill`count_values ${grouping} ("${fc.constantFrom("value", "a")}", ${counted})`,
      },
      { weight: 1, arbitrary: fill`limit_ratio(${fc.constantFrom("0.5", "-0.3", "0.1", "1")}, ${tie("vector")})` },
      {
        weight: 1,
        arbitrary: fill`histogram_quantile(${scalar}, ${bucketVector})`,
      },
      { weight: 1, arbitrary: fill`histogram_quantile(${scalar}, ${tie("vector")})` },
      {
        weight: 1,
        arbitrary: fill`info(${described}${fc.constantFrom("", ", {version=~'.+'}", ", {version='v1'}", ", {__name__='target_info'}")})`,
      },
      {
        weight: 1,
        arbitrary: fill`label_replace(${tie("vector")}, "${label}", "${fc.constantFrom("$1", "z", "", "$1-$2", "${1}x")}", "${label}", "${pattern}")`,
      },
      { weight: 1, arbitrary: fill`label_join(${tie("vector")}, "${label}", "-", "a", "${label}")` },
      { weight: 2, arbitrary: fill`(${tie("vector")} ${operator} ${matching} ${tie("vector")})` },
      { weight: 2, arbitrary: fill`(${tie("vector")} ${operator} ${scalar})` },
      { weight: 1, arbitrary: fill`(${scalar} ${operator} ${tie("vector")})` },
      {
        weight: 2,
        arbitrary: fill`(${tie("vector")} ${fc.constantFrom("and", "or", "unless")} ${fc.oneof(fc.constant(""), fill`on (${labels})`, fill`ignoring (${labels})`)} ${tie("vector")})`,
      },
    ),
  })).vector;

  return fc.oneof(
    { weight: 6, arbitrary: vector },
    { weight: 1, arbitrary: rangeVector },
    { weight: 1, arbitrary: fill`(${scalar}) ${fc.constantFrom("+", "*", "^", "> bool")} (${scalar})` },
  );
}

const label = fc.constantFrom("a", "b", "job", "instance", "le", "__name__");

/** Queries over the series of `engineSeries`. */
export const engineQuery: Arbitrary<string> = fc.oneof(
  {
    weight: 7,
    arbitrary: queriesOver({
      selector: fc.constantFrom(
        ...["foo", "bar", "baz", "requests_total", "latency_bucket", 'foo{a="x"}', 'bar{b=~"x|y"}', 'foo{b!="x"}'],
        ...['{__name__=~"foo|bar", a="z"}', 'bar{b=""}', "nothing", 'foo{job=~"a.*", instance!~".*x.*"}'],
      ),
      buckets: fc.constant("latency_bucket"),
      bucketLabels: fc.constant("a"),
      ranked: fc.constantFrom("bar", "avg_over_time(bar[5m])", "-bar", "bar offset 1m"),
      counted: fc.constantFrom("foo", "round(bar)", "foo % 5"),
      described: fc.constantFrom("foo", "bar", "requests_total", 'foo{a="x"}', "rate(foo[5m])"),
      single: "foo{a='x',b='x'}",
      label,
      range: fc.constantFrom("1m", "5m", "10m", "37s", "30m", "16s"),
      grouped: fc.constantFrom(
        ...["on (job) group_left (version)", "on (instance) group_right ()", "ignoring (a) group_left ()"],
        ...["on (a, b) group_left (le)", "ignoring (le) group_left"],
      ),
      pattern: fc.constantFrom("(.*)", "(x|y)", "(.)(.*)", ""),
    }),
  },
  { weight: 1, arbitrary: randomQuery.filter((query) => !/\b(?:topk|bottomk|limitk|count_values)\b/.test(query)) },
);
