import type { Call, Expr } from "../syntax/ast.js";
import { withoutParens } from "./without-parens.js";

/** The calls of `absent()` whose result is that of the query, or a part of it that `or` brings in. */
export function absentCalls(root: Expr): readonly Call[] {
  const found: Call[] = [];
  const pending = [root];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const expr = withoutParens(next);
    if (expr.kind === "Binary" && expr.op.text === "or") pending.push(expr.right, expr.left);
    if (expr.kind === "Call" && expr.name.text === "absent") found.push(expr);
  }
  return found;
}
