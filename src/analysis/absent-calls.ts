import { operatorInfo } from "../promql/operators.js";
import type { Call, Expr } from "../syntax/ast.js";
import { live } from "./labels/branch.js";
import { constantValue } from "./values/constant-value.js";
import { labels } from "./labels/labels.js";
import { orOperands } from "./or-operands.js";
import { withoutParens } from "./without-parens.js";

/**
 * The calls of `absent()` that give the result of a query, or a part of it that `or` brings in. Comparing one with a number
 * changes nothing, as in `absent(up) == 1`.
 */
export function absentCalls(root: Expr): readonly Call[] {
  return orOperands(root).map(compared).filter(isAbsentCall);
}

function isAbsentCall(expr: Expr): expr is Call {
  return expr.kind === "Call" && expr.name.text === "absent";
}

/** What is compared with a number, where that leaves something; or the expression. */
function compared(expr: Expr): Expr {
  if (expr.kind !== "Binary" || operatorInfo(expr.op.text).class !== "comparison") return expr;
  const sides = [expr.left, expr.right].map(withoutParens);
  const call = sides.find(isAbsentCall);
  const isSure = call && sides.some((side) => constantValue(side) !== undefined && side !== call);
  return isSure && live(labels(expr)).length > 0 ? call : expr;
}
