import { metricOf } from "../../analysis/selectors.js";
import type { Expr } from "../../syntax/ast.js";
import { parse } from "../../syntax/parse.js";
import { nodesOf } from "../../syntax/walk.js";
import type { Exercise } from "../lesson.js";

/** The metrics that the queries of an exercise read. */
export function exerciseMetrics({ start, answer }: Pick<Exercise, "start" | "answer">): readonly string[] {
  const read = [start, answer].map((query) => parse(query).expr);
  return [...new Set(read.flatMap((expr) => (expr ? metricsIn(expr) : [])))];
}

/** The metrics that a query names, once for each selector. */
export function metricsIn(expr: Expr): readonly string[] {
  return nodesOf(expr, "VectorSelector").flatMap((selector) => metricOf(selector)?.text ?? []);
}
