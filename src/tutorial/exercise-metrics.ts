import { metricOf } from "../analysis/selectors.js";
import { parse } from "../syntax/parse.js";
import { nodesOf } from "../syntax/walk.js";
import type { Exercise } from "./lesson.js";

/** The metrics that the queries of an exercise read. */
export function exerciseMetrics({ start, answer }: Pick<Exercise, "start" | "answer">): readonly string[] {
  const selectors = [start, answer].flatMap((query) => {
    const { expr } = parse(query);
    return expr ? nodesOf(expr, "VectorSelector") : [];
  });
  return [...new Set(selectors.flatMap((selector) => metricOf(selector)?.text ?? []))];
}
