import type { Expr } from "../syntax/ast.js";

/** What stands in an expression's parentheses, or the expression. */
export function withoutParens(expr: Expr): Expr {
  let inner = expr;
  while (inner.kind === "Paren") inner = inner.expr;
  return inner;
}
