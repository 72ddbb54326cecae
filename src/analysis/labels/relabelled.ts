import type { Expr } from "../../syntax/ast.js";

/** The series whose values `label_replace()` or `label_join()` pass on; nothing for another expression. */
export function relabelled(expr: Expr): Expr | undefined {
  if (expr.kind !== "Call") return undefined;
  return expr.name.text === "label_replace" || expr.name.text === "label_join" ? expr.args[0] : undefined;
}
