import { operatorInfo, type BinaryOperator } from "../../promql/operators.js";
import type { Binary, Expr } from "../../syntax/ast.js";
import { flipped, foldConstant } from "./constant.js";
import { anyNumber, between, exactly, isUnbounded, singleValue, uniteRanges, type ValueRange } from "./value-range.js";
import { valueType } from "../value-type.js";

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
    return { min: 0, max: 1, whole: true, onlyNumbers: true, source: node };
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
  const value = singleValue(limit);
  if (op === "==") return value === undefined ? rest : { ...exactly(value), source: node };
  if ((op === ">" || op === ">=") && limit.min > range.min)
    return { ...rest, min: limit.min, aboveMin: op === ">" || limit.aboveMin, source: node };
  if ((op === "<" || op === "<=") && limit.max < range.max)
    return { ...rest, max: limit.max, belowMax: op === "<" || limit.belowMax, source: node };
  return rest;
}

function arithmeticRange(op: BinaryOperator, left: ValueRange, right: ValueRange): ValueRange {
  const [a, b] = [left, right].map((side) => (side.onlyNumbers ? singleValue(side) : undefined));
  const value = a === undefined || b === undefined ? undefined : foldConstant(op, a, b);
  if (value !== undefined) return exactly(value);
  const bounds = boundsOf(op, left, right);
  if (!bounds) return anyNumber;
  const range = between(bounds[0], bounds[1], { source: left.source ?? right.source });
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
