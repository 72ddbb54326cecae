import type { FunctionName } from "../promql/functions.js";
import { quote } from "../promql/strings.js";
import type { Call } from "../syntax/ast.js";
import type { Context } from "./context.js";
import { executionError } from "./error.js";
import { absent, absentOverTime } from "./functions/absent.js";
import * as dates from "./functions/dates.js";
import { histogramFraction, histogramQuantile, histogramQuantiles } from "./functions/histograms.js";
import { info } from "./functions/info.js";
import { labelJoin, labelReplace } from "./functions/label-functions.js";
import { clamp, eachNumber, round, sign } from "./functions/math.js";
import * as overTime from "./functions/over-time.js";
import * as rates from "./functions/rate.js";
import * as scalars from "./functions/scalars.js";
import { sortByLabel, sortByValue } from "./functions/sort.js";
import { deriv, doubleExponentialSmoothing, predictLinear } from "./functions/trend.js";
import type { Grid } from "./grid.js";
import { callOverRange, type RangeFunction } from "./range-call.js";
import type { Value } from "./value.js";

type Implementation =
  | { readonly returns: "scalar"; readonly of: (call: Call, context: Context) => Float64Array }
  | { readonly returns: "vector"; readonly of: (call: Call, context: Context) => Grid };

const implementations: Readonly<Record<FunctionName, Implementation>> = {
  abs: vector(eachNumber(Math.abs)),
  absent: vector(absent),
  absent_over_time: vector(absentOverTime),
  acos: vector(eachNumber(Math.acos)),
  acosh: vector(eachNumber(Math.acosh)),
  asin: vector(eachNumber(Math.asin)),
  asinh: vector(eachNumber(Math.asinh)),
  atan: vector(eachNumber(Math.atan)),
  atanh: vector(eachNumber(Math.atanh)),
  avg_over_time: range(overTime.avgOverTime),
  ceil: vector(eachNumber(Math.ceil)),
  changes: range(rates.countedSteps((a, b) => a !== b && !(Number.isNaN(a) && Number.isNaN(b)))),
  clamp: vector(clamp("both")),
  clamp_max: vector(clamp("greatest")),
  clamp_min: vector(clamp("least")),
  cos: vector(eachNumber(Math.cos)),
  cosh: vector(eachNumber(Math.cosh)),
  count_over_time: range(overTime.countOverTime),
  day_of_month: vector(dates.datePart(dates.dayOfMonth)),
  day_of_week: vector(dates.datePart(dates.dayOfWeek)),
  day_of_year: vector(dates.datePart(dates.dayOfYear)),
  days_in_month: vector(dates.datePart(dates.daysInMonth)),
  deg: vector(eachNumber((value) => (value * 180) / Math.PI)),
  delta: range(rates.delta),
  deriv: range(deriv),
  double_exponential_smoothing: range(doubleExponentialSmoothing),
  end: scalar(scalars.constant(({ query }) => query.end / 1000)),
  exp: vector(eachNumber(Math.exp)),
  first_over_time: range(overTime.firstOverTime, { keepsName: true }),
  floor: vector(eachNumber(Math.floor)),
  histogram_avg: vector(scalars.nothing),
  histogram_count: vector(scalars.nothing),
  histogram_fraction: vector(histogramFraction),
  histogram_quantile: vector(histogramQuantile),
  histogram_quantiles: vector(histogramQuantiles),
  histogram_stddev: vector(scalars.nothing),
  histogram_stdvar: vector(scalars.nothing),
  histogram_sum: vector(scalars.nothing),
  hour: vector(dates.datePart(dates.hour)),
  idelta: range(rates.lastChange(false)),
  increase: range(rates.increase),
  info: vector(info),
  irate: range(rates.lastChange(true)),
  label_join: vector(labelJoin),
  label_replace: vector(labelReplace),
  last_over_time: range(overTime.lastOverTime, { keepsName: true }),
  ln: vector(eachNumber(Math.log)),
  log10: vector(eachNumber(Math.log10)),
  log2: vector(eachNumber(Math.log2)),
  mad_over_time: range(overTime.madOverTime),
  max_of: scalar(scalars.greatestOf),
  max_over_time: range(overTime.extremeOverTime((value, best) => value > best)),
  min_of: scalar(scalars.leastOf),
  min_over_time: range(overTime.extremeOverTime((value, best) => value < best)),
  minute: vector(dates.datePart(dates.minute)),
  month: vector(dates.datePart(dates.month)),
  pi: scalar(scalars.constant(() => Math.PI)),
  predict_linear: range(predictLinear),
  present_over_time: range(overTime.presentOverTime),
  quantile_over_time: range(overTime.quantileOverTime),
  rad: vector(eachNumber((value) => (value * Math.PI) / 180)),
  range: scalar(scalars.constant(({ query }) => (query.end - query.start) / 1000)),
  rate: range(rates.rate),
  resets: range(rates.countedSteps((before, value) => value < before)),
  round: vector(round),
  scalar: scalar(scalars.scalar),
  sgn: vector(eachNumber(sign)),
  sin: vector(eachNumber(Math.sin)),
  sinh: vector(eachNumber(Math.sinh)),
  sort: vector(sortByValue(1)),
  sort_by_label: vector(sortByLabel(1)),
  sort_by_label_desc: vector(sortByLabel(-1)),
  sort_desc: vector(sortByValue(-1)),
  sqrt: vector(eachNumber(Math.sqrt)),
  start: scalar(scalars.constant(({ query }) => query.start / 1000)),
  start_timestamp: vector(scalars.nothing),
  stddev_over_time: range(overTime.stddevOverTime),
  stdvar_over_time: range(overTime.stdvarOverTime),
  step: scalar(scalars.constant(({ query }) => query.step / 1000)),
  sum_over_time: range(overTime.sumOverTime),
  tan: vector(eachNumber(Math.tan)),
  tanh: vector(eachNumber(Math.tanh)),
  time: scalar(scalars.time),
  timestamp: vector(scalars.timestamp),
  ts_of_first_over_time: range(overTime.tsOfFirstOverTime),
  ts_of_last_over_time: range(overTime.tsOfLastOverTime),
  ts_of_max_over_time: range(overTime.tsOfExtremeOverTime((value, best) => value >= best)),
  ts_of_min_over_time: range(overTime.tsOfExtremeOverTime((value, best) => value <= best)),
  vector: vector(scalars.vector),
  year: vector(dates.datePart(dates.year)),
};

/** Evaluates a function call. */
export function evaluateCall(call: Call, context: Context): Value {
  const name = call.name.text;
  if (!isImplemented(name)) throw executionError(`unknown function with name ${quote(name)}`);
  const { returns, of } = implementations[name];
  return returns === "scalar"
    ? { kind: "scalar", values: of(call, context) }
    : { kind: "vector", grid: of(call, context) };
}

function isImplemented(name: string): name is FunctionName {
  return Object.hasOwn(implementations, name);
}

function vector(of: (call: Call, context: Context) => Grid): Implementation {
  return { returns: "vector", of };
}

function scalar(of: (call: Call, context: Context) => Float64Array): Implementation {
  return { returns: "scalar", of };
}

function range(of: RangeFunction, { keepsName = false } = {}): Implementation {
  return vector((call, context) => callOverRange(call, context, of, keepsName));
}
