import { maxDurationSeconds } from "../promql/durations.js";
import type { DurationExpr, RangeSelector, Subquery } from "../syntax/ast.js";
import type { Problem } from "../syntax/problem.js";

/** Whether a range, and the step of a subquery, are longer than nothing. */
export function* checkRange(node: RangeSelector | Subquery): Iterable<Problem> {
  yield* checkPositive(node.range);
  if (node.kind === "Subquery" && node.step) yield* checkPositive(node.step);
}

function* checkPositive(duration: DurationExpr): Iterable<Problem> {
  if (duration.kind !== "DurationLiteral" || duration.seconds > 0 || duration.variable) return;
  if (isTooLong(duration.seconds)) return;
  yield {
    code: "bad-duration",
    severity: "error",
    at: duration.span,
    message: `a range of \`${duration.text}\` holds no sample`,
    help: "write a duration that is longer than 0",
    prometheus: "duration must be greater than 0",
  };
}

/** Whether a plain number of seconds is one that Prometheus can hold. */
export function* checkLength(duration: DurationExpr): Iterable<Problem> {
  if (duration.kind !== "DurationLiteral" || duration.variable || !isTooLong(duration.seconds)) return;
  yield {
    code: "bad-duration",
    severity: "error",
    at: duration.span,
    message: `\`${duration.text}\` is longer than Prometheus can hold`,
    help: "the longest duration is about 292 years",
    prometheus: "duration out of range",
  };
}

function isTooLong(seconds: number): boolean {
  return !(Math.abs(seconds) < maxDurationSeconds);
}
