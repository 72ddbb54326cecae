import { functionInWords, isFunction } from "./functions.js";
import { aggregatorInWords } from "./operators.js";
import { capitalized, listInWords } from "../words.js";
import type { Metrics } from "../../metrics/metrics.js";
import { labelsOfPart, seriesType } from "../../metrics/series-type.js";
import { aggregatorInfo, type AggregatorName, isAggregator } from "../../promql/aggregators.js";
import { aggregatorsPage, functionPage } from "../../promql/documentation.js";
import { functionInfo, type FunctionName } from "../../promql/functions.js";
import { aggregatorSignature, functionSignature } from "../../promql/parameters.js";

/** What is told of a name. Code stands in backticks. */
export interface Description {
  readonly heading: string;
  readonly lines: readonly string[];
  /** Where more can be read. */
  readonly page?: string;
}

/** What is told of the name of a function, an aggregation operator or a metric; nothing where nothing is known. */
export function describeName(name: string, metrics: Metrics): Description | undefined {
  if (isFunction(name)) return describeFunction(name);
  const lower = name.toLowerCase();
  return isAggregator(lower) ? describeAggregator(lower) : describeMetric(name, metrics);
}

/** The signature of a function, what it gives, and which server has it. */
export function describeFunction(name: FunctionName): Description {
  const info = functionInfo(name);
  const lines = [functionInWords(name), ...(info ? availability(info.since, info.experimental) : [])];
  return { heading: functionSignature(name), lines, page: functionPage(name) };
}

/** The signature of an aggregation operator, what it gives, and which server has it. */
export function describeAggregator(name: AggregatorName): Description {
  const { addedIn, experimental } = aggregatorInfo(name);
  const lines = [aggregatorInWords(name), ...(addedIn === undefined ? [] : availability(addedIn, experimental))];
  return { heading: aggregatorSignature(name), lines, page: aggregatorsPage };
}

function availability(since: string, experimental: true | undefined): readonly string[] {
  const flag = "needs the feature flag `promql-experimental-functions`";
  return [`Since Prometheus ${since}${experimental ? `; ${flag}` : ""}`];
}

/** What a series measures and who gives it; nothing where neither a table nor its name says anything. */
export function describeMetric(name: string, metrics: Metrics): Description | undefined {
  const series = seriesType(name, metrics);
  const { metric, type, part, how } = series;
  if (!metric && type === "unknown") return undefined;
  const kind = part === "value" ? type : `${part === "bucket" ? "buckets" : part} of a ${type}`;
  const unit = metric?.unit === undefined ? "" : `, in ${metric.unit}`;
  const labels = [...(metric?.labels ?? []), ...labelsOfPart(series)].map((label) => `\`${label}\``);
  return {
    heading: name,
    lines: [
      ...(metric?.help === undefined ? [] : [metric.help]),
      `${capitalized(kind)}${unit}${how === "name" ? ", judging by its name" : ""}`,
      ...(labels.length > 0 ? [`Labels: ${listInWords(labels)}`] : []),
      ...(metric ? [`Source: ${metric.source}`] : []),
    ],
  };
}
