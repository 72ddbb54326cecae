import { formatNumber } from "../promql/numbers.js";
import { operatorInfo, type BinaryOperator } from "../promql/operators.js";
import type { Binary, Expr } from "../syntax/ast.js";
import { flipped, foldConstant } from "./constant.js";
import type { Cause } from "./label-fact.js";
import { anyNumber, between, exactly, isUnbounded, singleValue, uniteRanges, type ValueRange } from "./value-range.js";
import { valueType } from "./value-type.js";

/** Between which numbers the values of an operator lie, given those of its sides. */
export function binaryRange(node: Binary, of: (expr: Expr) => ValueRange): ValueRange {
  const [left, right] = [of(node.left), of(node.right)];
  switch (operatorInfo(node.op.text).class) {
    case "set":
      return node.op.text === "or" ? uniteRanges(left, right) : left;
    case "comparison":
      return comparisonRange(node, left, right);
    case "arithmetic":
      return node.fill ? anyNumber : arithmeticRange(node.op.text, left, right);
    case "trim":
      return anyNumber;
  }
}

/** With `bool` a comparison gives a number; otherwise the values of the left side, or of the side that is a vector. */
function comparisonRange(node: Binary, left: ValueRange, right: ValueRange): ValueRange {
  if (node.bool) {
    const cause = { why: "a comparison with `bool` is 0 or 1", span: node.bool.span };
    return between(0, 1, { whole: true, onlyNumbers: true, cause });
  }
  const [isLeftScalar, isRightScalar] = [isScalar(node.left), isScalar(node.right)];
  if (node.fill || valueType(node.left) === "unknown" || valueType(node.right) === "unknown") return anyNumber;
  return isLeftScalar
    ? filtered(node, flipped(node.op.text), right, left, true)
    : filtered(node, node.op.text, left, right, isRightScalar);
}

function isScalar(expr: Expr): boolean {
  return valueType(expr) === "scalar";
}

/** What passes is no `NaN`, and no native histogram unless two of them are compared. */
function filtered(
  node: Binary,
  op: BinaryOperator,
  range: ValueRange,
  limit: ValueRange,
  isScalarLimit: boolean,
): ValueRange {
  if (op === "!=") return range;
  const rest = { ...range, onlyNumbers: range.onlyNumbers || op !== "==" || isScalarLimit };
  const because = (side: string, bound: number): { readonly cause: Cause } => ({
    cause: { why: `only values ${side} ${formatNumber(bound)} pass`, span: node.op.span },
  });
  const value = singleValue(limit);
  if (op === "==") return value === undefined ? rest : { ...exactly(value), ...because("equal to", value) };
  if ((op === ">" || op === ">=") && limit.min > range.min) {
    const aboveMin = op === ">" || limit.aboveMin;
    return { ...rest, min: limit.min, aboveMin, ...because(aboveMin ? "above" : "from", limit.min) };
  }
  if ((op === "<" || op === "<=") && limit.max < range.max) {
    const belowMax = op === "<" || limit.belowMax;
    return { ...rest, max: limit.max, belowMax, ...because(belowMax ? "below" : "up to", limit.max) };
  }
  return rest;
}

function arithmeticRange(op: BinaryOperator, left: ValueRange, right: ValueRange): ValueRange {
  const [a, b] = [left, right].map((side) => (side.onlyNumbers ? singleValue(side) : undefined));
  const value = a === undefined || b === undefined ? undefined : foldConstant(op, a, b);
  if (value !== undefined) return exactly(value);
  const bounds = boundsOf(op, left, right);
  const cause = left.cause ?? right.cause;
  if (!bounds) return anyNumber;
  const range = between(bounds[0], bounds[1], { cause });
  return isUnbounded(range) ? anyNumber : range;
}

/** Only where no sign changes, so that the bounds make the bounds. */
function boundsOf(op: BinaryOperator, a: ValueRange, b: ValueRange): readonly [number, number] | undefined {
  if (op === "+") return [a.min + b.min, a.max + b.max];
  if (op === "-") return [a.min - b.max, a.max - b.min];
  if (!isPositive(a) || !isPositive(b)) return undefined;
  if (op === "*") return [a.min * b.min, a.max * b.max];
  return op === "/" ? [a.min / b.max, a.max / b.min] : undefined;
}

/** A division by -0 would change the sign. */
function isPositive({ min }: ValueRange): boolean {
  return min > 0 || Object.is(min, 0);
}
