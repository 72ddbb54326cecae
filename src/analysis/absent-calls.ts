import type { Call, Expr } from "../syntax/ast.js";
import { orOperands } from "./or-operands.js";

/** The calls of `absent()` whose result is that of the query, or a part of it that `or` brings in. */
export function absentCalls(root: Expr): readonly Call[] {
  return orOperands(root).filter((expr): expr is Call => expr.kind === "Call" && expr.name.text === "absent");
}
