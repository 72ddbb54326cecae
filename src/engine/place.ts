import { withoutParens } from "../analysis/without-parens.js";
import type { Expr } from "../syntax/ast.js";
import type { Span } from "../syntax/problem.js";

/**
 * Where Prometheus places what it tells of an argument: behind its parentheses, and for a subquery at the beginning of
 * the query.
 */
export function placeOf(arg: Expr): Span {
  const inner = withoutParens(arg);
  return inner.kind === "Subquery" ? { from: 0, to: 0 } : inner.span;
}
