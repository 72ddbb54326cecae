import type { Expr } from "../syntax/ast.js";
import { withoutParens } from "./without-parens.js";

/** The expressions whose results `or` puts together at the top of a query, in order; the query itself where there is no `or`. */
export function orOperands(root: Expr): readonly Expr[] {
  const found: Expr[] = [];
  const pending = [root];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const expr = withoutParens(next);
    if (expr.kind === "Binary" && expr.op.text === "or") pending.push(expr.right, expr.left);
    else found.push(expr);
  }
  return found;
}
