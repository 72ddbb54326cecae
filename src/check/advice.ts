import { type Metrics, noMetrics } from "../metrics/metrics.js";
import type { Aggregation, Call, Expr } from "../syntax/ast.js";
import { functionOfFunction } from "./function-of-function.js";
import { aggregatedSamples, type Choice, toOneValue } from "./to-one-value.js";
import { matchersAsArguments, meantFunction, type Meant } from "./unknown-functions.js";

/** What is said besides Prometheus' own words: what was probably meant, and how to write it. */
export interface Advice {
  readonly unknownFunction: (call: Call) => Meant;
  /** The arguments of an unknown function that were meant to be matchers, of which nothing else is to be said. */
  readonly matchersAsArguments: (call: Call) => readonly Expr[];
  readonly toOneValue: (range: Expr) => Choice;
  readonly aggregatedSamples: (aggregation: Aggregation) => Choice | undefined;
  readonly functionOfFunction: (outer: Call, arg: Expr) => Choice | undefined;
}

/** The advice of somebody who knows these metrics; their names tell something too. */
export function adviceOn(metrics: Metrics = noMetrics): Advice {
  return {
    unknownFunction: meantFunction,
    matchersAsArguments,
    toOneValue: (range) => toOneValue(range, metrics),
    aggregatedSamples: (aggregation) => aggregatedSamples(aggregation, metrics),
    functionOfFunction: (outer, arg) => functionOfFunction(outer, arg, metrics),
  };
}
