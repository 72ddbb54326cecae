import type { Expr, Paren } from "../syntax/ast.js";

/** What stands in an expression's parentheses, or the expression. */
export function withoutParens(expr: Expr): Exclude<Expr, Paren> {
  let inner: Expr = expr;
  while (inner.kind === "Paren") inner = inner.expr;
  return inner;
}
