import type { Expr, VectorSelector } from "../syntax/ast.js";

/** Whether `[5m]` may be put behind an expression: a selector with nothing behind it, and no Grafana variable as its name. */
export function takesRange(expr: Expr): expr is VectorSelector {
  return expr.kind === "VectorSelector" && !expr.offset && !expr.at && !expr.extension && !expr.metric?.variable;
}
