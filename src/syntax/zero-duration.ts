import type { DurationExpr } from "./ast.js";

/** Whether a duration is written as nothing: `0`, `0s`. Prometheus takes an offset of nothing for none. */
export function isZeroDuration(expr: DurationExpr): boolean {
  return expr.kind === "DurationLiteral" && expr.seconds === 0;
}
