import type { DurationBinary, DurationExpr, Modifiers } from "../syntax/ast.js";
import { executionError } from "./error.js";
import { goMax, goMin, numberOperator } from "./operators/arithmetic.js";
import type { Context } from "./context.js";

type Query = Context["query"];

/**
 * The whole milliseconds of a duration in brackets, which is positive.
 * Source: https://github.com/prometheus/prometheus/blob/main/promql/durations.go
 */
export function rangeMilliseconds(expr: DurationExpr, query: Query): number {
  const seconds = secondsOf(expr, query);
  if (!(seconds > 0)) throw durationError(expr, "duration must be greater than 0");
  return milliseconds(expr, seconds);
}

/** The whole milliseconds of an offset, 0 without one. */
export function offsetMilliseconds({ offset }: Modifiers, query: Query): number {
  return offset ? milliseconds(offset.duration, secondsOf(offset.duration, query)) : 0;
}

/** The time of `@` in milliseconds since 1970; nothing without it. */
export function atMilliseconds({ at }: Modifiers, query: Query): number | undefined {
  if (!at) return undefined;
  if (at.time === "start") return query.start;
  if (at.time === "end") return query.end;
  return Math.round(at.time * 1000);
}

/** Nanoseconds are cut off at milliseconds; rounding to them first takes away what binary fractions add. */
function milliseconds(expr: DurationExpr, seconds: number): number {
  if (!(Math.abs(seconds) < 2 ** 63 / 1e9)) throw durationError(expr, "duration is out of range");
  return Math.trunc(Math.round(seconds * 1e9) / 1e6);
}

function secondsOf(expr: DurationExpr, query: Query): number {
  switch (expr.kind) {
    case "DurationLiteral":
      return expr.seconds;
    case "DurationParen":
      return secondsOf(expr.expr, query);
    case "DurationUnary":
      return expr.op.text === "-" ? -secondsOf(expr.expr, query) : secondsOf(expr.expr, query);
    case "DurationBinary":
      return calculated(expr, secondsOf(expr.left, query), secondsOf(expr.right, query));
    case "DurationCall": {
      const [left = NaN, right = NaN] = expr.args.map((arg) => secondsOf(arg, query));
      switch (expr.name.text) {
        case "step":
          return query.step / 1000;
        case "range":
          return (query.end - query.start) / 1000;
        case "min_of":
          return goMin(left, right);
        case "max_of":
          return goMax(left, right);
      }
    }
  }
}

function calculated(expr: DurationBinary, left: number, right: number): number {
  const operator = expr.op.text;
  if (right === 0 && operator === "/") throw durationError(expr, "division by zero");
  if (right === 0 && operator === "%") throw durationError(expr, "modulo by zero");
  return Number(numberOperator(operator).of(left, right));
}

/** Prometheus places it by offsets from 0. */
function durationError({ span }: DurationExpr, message: string) {
  return executionError(`${span.from}:${span.to}: ${message}`);
}
