import type { DurationExpr } from "../syntax/ast.js";

/** The seconds of a duration that is written as one literal; nothing for arithmetic and Grafana variables. */
export function literalSeconds(duration: DurationExpr | undefined): number | undefined {
  return duration?.kind === "DurationLiteral" && !duration.variable ? duration.seconds : undefined;
}
