import type { AggregatorName } from "./aggregators.js";

/** Aggregations by the names that they have elsewhere. */
const aggregations: Readonly<Record<string, AggregatorName>> = {
  add: "sum",
  addition: "sum",
  average: "avg",
  biggest: "max",
  bottom: "bottomk",
  cnt: "count",
  greatest: "max",
  highest: "max",
  largest: "max",
  least: "min",
  len: "count",
  length: "count",
  lowest: "min",
  maximum: "max",
  mean: "avg",
  minimum: "min",
  number: "count",
  sd: "stddev",
  size: "count",
  smallest: "min",
  std: "stddev",
  stdev: "stddev",
  summation: "sum",
  top: "topk",
  total: "sum",
  var: "stdvar",
  variance: "stdvar",
};

/** The aggregation that has another name in other languages, by that name in lower case. */
export function foreignAggregation(name: string): AggregatorName | undefined {
  const lower = name.toLowerCase();
  return Object.hasOwn(aggregations, lower) ? aggregations[lower] : undefined;
}
