import { foldConstant } from "../analysis/values/constant.js";
import { formatDuration, maxDurationSeconds } from "../promql/durations.js";
import type { DurationBinary, DurationExpr, DurationLiteral, RangeSelector, Subquery } from "../syntax/ast.js";
import { mending } from "../syntax/mistakes/mending.js";
import { noProblems, type Problem } from "../syntax/problem.js";

/** Whether a range, and the step of a subquery, are longer than nothing. */
export function checkRange(node: RangeSelector | Subquery): readonly Problem[] {
  const range = checkPositive(node.range);
  return node.kind === "Subquery" && node.step ? [...range, ...checkPositive(node.step)] : range;
}

const bracesInstead = ', such as `5m`; labels are chosen in braces: `METRIC{cpu="0"}`';

/** Whether a number stands in the brackets as in those of a list. */
function isIndex(duration: DurationExpr): boolean {
  return duration.kind === "DurationLiteral" && /^\d+$/.test(duration.text);
}

function checkPositive(duration: DurationExpr): readonly Problem[] {
  const seconds = secondsOf(duration);
  if (seconds === undefined || seconds > 0 || isTooLong(seconds)) return noProblems;
  const what = duration.kind === "DurationLiteral" ? `\`${duration.text}\`` : formatDuration(seconds);
  return [
    {
      code: "bad-duration",
      severity: "error",
      at: duration.span,
      message: `a range of ${what} holds no sample`,
      ...(duration.kind === "DurationLiteral" && /^-\s*\d/.test(duration.text) && seconds < 0
        ? mending("Remove the sign: a range always ends now and goes back", [
            { from: duration.span.from, to: duration.span.from + duration.text.search(/\d/), insert: "" },
          ])
        : { help: `write a duration that is longer than 0${isIndex(duration) ? bracesInstead : ""}` }),
      prometheus: "duration must be greater than 0",
      ...(duration.kind !== "DurationLiteral" && { evaluation: true }),
    },
  ];
}

/** The value of a duration that does not depend on the range or step of the query. */
function secondsOf(duration: DurationExpr): number | undefined {
  switch (duration.kind) {
    case "DurationLiteral":
      return duration.variable ? undefined : duration.seconds;
    case "DurationParen":
      return secondsOf(duration.expr);
    case "DurationUnary": {
      const seconds = secondsOf(duration.expr);
      return seconds !== undefined && duration.op.text === "-" ? -seconds : seconds;
    }
    case "DurationBinary":
      return resultOf(duration);
    case "DurationCall": {
      const values = duration.args.map(secondsOf).filter((value) => value !== undefined);
      if (values.length < 2) return undefined;
      return duration.name.text === "min_of" ? Math.min(...values) : Math.max(...values);
    }
  }
}

/** Goes down the left side in a loop: a chain of operators may be of any length. */
function resultOf(duration: DurationBinary): number | undefined {
  const chain: DurationBinary[] = [];
  let left: DurationExpr = duration;
  for (; left.kind === "DurationBinary"; left = left.left) chain.push(left);
  return chain.reduceRight<number | undefined>((result, { op, right }) => {
    const next = secondsOf(right);
    return result === undefined || next === undefined ? undefined : foldConstant(op.text, result, next);
  }, secondsOf(left));
}

/** Whether a plain number of seconds is one that Prometheus can hold. */
export function checkLength(duration: DurationLiteral): readonly Problem[] {
  if (duration.variable || !isTooLong(duration.seconds)) return noProblems;
  return [
    {
      code: "bad-duration",
      severity: "error",
      at: duration.span,
      message: `\`${duration.text}\` is longer than Prometheus can hold`,
      help: "the longest duration is about 292 years",
      prometheus: "duration out of range",
    },
  ];
}

function isTooLong(seconds: number): boolean {
  return !(Math.abs(seconds) < maxDurationSeconds);
}
