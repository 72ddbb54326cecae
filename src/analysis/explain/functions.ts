import { functionInfo, type FunctionName } from "../../promql/functions.js";
import { parameterName } from "../../promql/parameters.js";
import type { Call } from "../../syntax/ast.js";
import { argumentInWords } from "../words.js";

/** What a function gives, in a sentence. */
export function explainCall({ name, args }: Call): string {
  if (!isFunction(name.text)) return `\`${name.text}()\`, which Prometheus does not know`;
  if (isDatePart(name.text)) {
    const time = args.length === 0 ? "the evaluation time" : "each value, read as seconds since 1970";
    return `${dateParts[name.text]} of ${time}, in UTC`;
  }
  return sentences[name.text].replaceAll(/\$(\d)/g, (_, digit: string) => argumentInWords(args[Number(digit) - 1]));
}

/** What a function gives, whatever its arguments are: they are called by the names of its parameters. */
export function functionInWords(name: FunctionName): string {
  if (isDatePart(name))
    return `${dateParts[name]} of each value, read as seconds since 1970, in UTC; without an argument of the evaluation time`;
  return sentences[name].replaceAll(/\$(\d)/g, (_, digit: string) => `\`${parameterName(name, Number(digit) - 1)}\``);
}

/** Whether a name is that of a function. Case matters. */
export function isFunction(name: string): name is FunctionName {
  return functionInfo(name) !== undefined;
}

const dateParts = {
  day_of_month: "The day of the month",
  day_of_week: "The day of the week (0 is Sunday)",
  day_of_year: "The day of the year",
  days_in_month: "The number of days in the month",
  hour: "The hour",
  minute: "The minute",
  month: "The month",
  year: "The year",
} as const satisfies Partial<Record<FunctionName, string>>;

type DatePart = keyof typeof dateParts;

function isDatePart(name: FunctionName): name is DatePart {
  return Object.hasOwn(dateParts, name);
}

/** `$1` stands for the first argument. */
const sentences: Readonly<Record<Exclude<FunctionName, DatePart>, string>> = {
  abs: "The absolute value of each value",
  absent: "A single 1 if there is no such series, and nothing otherwise",
  absent_over_time: "A single 1 if no such series has a sample in the range, and nothing otherwise",
  acos: "The arc cosine of each value",
  acosh: "The inverse hyperbolic cosine of each value",
  asin: "The arc sine of each value",
  asinh: "The inverse hyperbolic sine of each value",
  atan: "The arc tangent of each value",
  atanh: "The inverse hyperbolic tangent of each value",
  avg_over_time: "The average of the samples of each series",
  ceil: "Each value rounded up to a whole number",
  changes: "How many times the value of each series changes within the range",
  clamp: "Each value, but at least $2 and at most $3",
  clamp_max: "Each value, but at most $2",
  clamp_min: "Each value, but at least $2",
  cos: "The cosine of each value",
  cosh: "The hyperbolic cosine of each value",
  count_over_time: "The number of samples of each series",
  deg: "Each value turned from radians into degrees",
  delta: "How much each gauge changes from the beginning to the end of the range, extrapolated to its edges",
  deriv: "How fast each gauge changes per second, by linear regression over the range",
  double_exponential_smoothing: "A smoothed value of each series, with the smoothing factor $2 and the trend factor $3",
  end: "The end of the query's time range, in seconds since 1970",
  exp: "e to the power of each value",
  first_over_time: "The first sample of each series in the range",
  floor: "Each value rounded down to a whole number",
  histogram_avg: "The average of the observations in each native histogram",
  histogram_count: "The number of observations in each native histogram",
  histogram_fraction: "The estimated share of observations between $1 and $2 in each histogram",
  histogram_quantile:
    "The value that a share of $1 of the observations stays below, estimated from the buckets of each histogram",
  histogram_quantiles: "Several quantiles of each histogram, with the quantile in the label $2",
  histogram_stddev: "The estimated standard deviation of the observations in each native histogram",
  histogram_stdvar: "The estimated variance of the observations in each native histogram",
  histogram_sum: "The sum of the observations in each native histogram",
  idelta: "The difference between the last two samples of each gauge",
  increase: "How much each counter grows over the range, resets allowed for, extrapolated to the edges of the range",
  info: "The same series, with labels added from the info metrics of the same target",
  irate: "How fast each counter grows per second, between its last two samples, resets allowed for",
  label_join: "The same series, with the label $2 set to the values of other labels, joined by $3",
  label_replace: "The same series; where the whole label $4 matches $5, the label $2 is set to $3",
  last_over_time: "The last sample of each series in the range",
  ln: "The natural logarithm of each value",
  log10: "The logarithm to base 10 of each value",
  log2: "The logarithm to base 2 of each value",
  mad_over_time: "The median absolute deviation of the samples of each series",
  max_of: "The greater one of $1 and $2",
  max_over_time: "The highest sample of each series",
  min_of: "The lesser one of $1 and $2",
  min_over_time: "The lowest sample of each series",
  pi: "The number π",
  predict_linear: "What each gauge will be in $2 seconds, by linear regression over the range",
  present_over_time: "A 1 for each series that has a sample in the range",
  quantile_over_time: "The $1-quantile of the samples of each series",
  rad: "Each value turned from degrees into radians",
  range: "The length of the query's time range in seconds",
  rate: "How fast each counter grows per second, on average over the range, resets allowed for",
  resets: "How many times each counter starts again within the range",
  round: "Each value rounded",
  scalar: "The value of the only series, as a number without labels; NaN where there is not exactly one",
  sgn: "The sign of each value: 1, 0 or -1",
  sin: "The sine of each value",
  sinh: "The hyperbolic sine of each value",
  sort: "The same series, lowest value first; range queries ignore the order",
  sort_by_label: "The same series, sorted by labels; range queries ignore the order",
  sort_by_label_desc: "The same series, sorted by labels, backwards; range queries ignore the order",
  sort_desc: "The same series, highest value first; range queries ignore the order",
  sqrt: "The square root of each value",
  start: "The start of the query's time range, in seconds since 1970",
  start_timestamp: "When each series started, in seconds since 1970",
  stddev_over_time: "The standard deviation of the samples of each series",
  stdvar_over_time: "The variance of the samples of each series",
  step: "The step of the query in seconds",
  sum_over_time: "The sum of the samples of each series",
  tan: "The tangent of each value",
  tanh: "The hyperbolic tangent of each value",
  time: "The evaluation time, in seconds since 1970",
  timestamp: "When the sample of each series was taken, in seconds since 1970",
  ts_of_first_over_time: "When the first sample of each series was taken, in seconds since 1970",
  ts_of_last_over_time: "When the last sample of each series was taken, in seconds since 1970",
  ts_of_max_over_time: "When the highest sample of each series was taken, in seconds since 1970",
  ts_of_min_over_time: "When the lowest sample of each series was taken, in seconds since 1970",
  vector: "A single series without labels, whose value is $1",
};
