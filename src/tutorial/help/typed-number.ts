import { withoutParens } from "../../analysis/without-parens.js";
import { valueType } from "../../analysis/value-type.js";
import type { Expr } from "../../syntax/ast.js";
import { parse } from "../../syntax/parse.js";
import { nodesOf } from "../../syntax/walk.js";
import type { Exercise } from "../lesson.js";
import { exerciseMetrics } from "./exercise-metrics.js";
import type { Words } from "./words.js";

/** What to say to a number, typed or calculated from numbers, where the answer reads series: whether it is the right one or not. */
export function typedNumberWords(own: Expr, exercise: Pick<Exercise, "start" | "answer">): Words | undefined {
  const { expr: answer } = parse(exercise.answer);
  if (!isNumber(own) || !answer || nodesOf(answer, "VectorSelector").length === 0) return undefined;
  const [metric] = exerciseMetrics(exercise);
  const example = metric === undefined ? "" : `; begin with a metric, such as \`${metric}\``;
  return {
    message: "your query is a number, and reads no series",
    help: `the answer is a query whose result is this, not the result itself${example}`,
  };
}

/** Whether nothing but numbers stands in a query; `vector()` makes series of none. */
function isNumber(expr: Expr): boolean {
  const whole = withoutParens(expr);
  if (whole.kind === "Call" && whole.name.text === "vector" && whole.args[0]) return isNumber(whole.args[0]);
  return valueType(whole) === "scalar" && nodesOf(whole, "Call").length === 0;
}
