import { metricName } from "../../promql/labels.js";
import type { Expr, VectorSelector } from "../../syntax/ast.js";
import { nodesOf } from "../../syntax/walk.js";
import type { Exercise } from "../lesson.js";
import { exerciseMetrics } from "./exercise-metrics.js";

/** That a selector has no name of a metric, where those of the answer have one: as it stands in the labels of a result. */
export function namelessHelp(
  own: Expr,
  answer: Expr,
  exercise: Pick<Exercise, "start" | "answer">,
): string | undefined {
  const isNameless = nodesOf(own, "VectorSelector").some((selector) => !hasName(selector));
  if (!isNameless || !nodesOf(answer, "VectorSelector").every(hasName)) return undefined;
  const [metric] = exerciseMetrics(exercise);
  const example = metric === undefined ? "" : `, as in \`${metric}{…}\``;
  return `braces alone select every metric that has such labels: write the metric's name before the braces${example}`;
}

function hasName({ metric, matchers }: VectorSelector): boolean {
  return metric !== undefined || matchers.some(({ label }) => label.text === metricName);
}
