import { withoutParens } from "../../analysis/without-parens.js";
import { operatorInfo } from "../../promql/operators.js";
import type { Binary, Expr } from "../../syntax/ast.js";
import { nodesOf } from "../../syntax/walk.js";
import type { Difference } from "./difference.js";

/** That a condition finds the right series, and keeps other values than those that are wanted. */
export function conditionValueHelp(difference: Difference, own: Expr, answer: Expr): string | undefined {
  const [ours, theirs] = [conditionOf(own), conditionOf(answer)];
  if (difference.kind !== "values" || !ours) return undefined;
  if (calculates(theirs?.left ?? answer) && !calculates(ours.left)) {
    return `\`${ours.op.text}\` gives the values of its left side: calculate there what the goal asks for`;
  }
  if (!theirs) return undefined;
  return `the series are right, and their values are not: \`${ours.op.text}\` keeps the value on its left, and another one is wanted there`;
}

/** Whether a query calculates with values. */
export function calculates(expr: Expr): boolean {
  return nodesOf(expr, "Binary").some(({ op }) => operatorInfo(op.text).class === "arithmetic");
}

/** The comparison that a query ends with, where it leaves out series. */
export function conditionOf(expr: Expr): Binary | undefined {
  const whole = withoutParens(expr);
  return whole.kind === "Binary" && !whole.bool && operatorInfo(whole.op.text).class === "comparison"
    ? whole
    : undefined;
}
