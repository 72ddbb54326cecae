import { operatorInfo } from "../promql/operators.js";
import type { Binary, Call, Expr } from "../syntax/ast.js";
import { valueType } from "./value-type.js";

/**
 * Whether no series of an expression is a native histogram, on any data: an aggregation or a function on the way gives
 * numbers only.
 * Source: https://prometheus.io/docs/specs/native_histograms/#functions
 */
export function hasOnlyFloats(expr: Expr): boolean {
  switch (expr.kind) {
    case "NumberLiteral":
    case "StringLiteral":
      return true;
    case "VectorSelector":
    case "RangeSelector":
      return false;
    case "Paren":
    case "Unary":
    case "Subquery":
      return hasOnlyFloats(expr.expr);
    case "Aggregation":
      return !/^(?:sum|avg|limitk|limit_ratio)$/.test(expr.op.text) || hasOnlyFloats(expr.expr);
    case "Binary":
      return givesFloats(expr);
    case "Call":
      return !passesHistograms(expr) || expr.args.every(hasOnlyFloats);
  }
}

/** A comparison with a number leaves histograms out, and arithmetic of numbers gives numbers. */
function givesFloats(root: Binary): boolean {
  let expr: Expr = root;
  for (; expr.kind === "Binary"; expr = expr.left) {
    const { left, right, bool, op } = expr;
    const isComparison = operatorInfo(op.text).class === "comparison";
    if (bool || (isComparison && (valueType(right) === "scalar" || valueType(left) === "scalar"))) return true;
    const needsBoth = op.text === "or" || operatorInfo(op.text).class === "arithmetic";
    if (needsBoth && !hasOnlyFloats(right)) return false;
  }
  return hasOnlyFloats(expr);
}

function passesHistograms({ name }: Call): boolean {
  return histogramFunctions.test(name.text);
}

const histogramFunctions =
  /^(?:rate|irate|increase|delta|idelta|info|label_join|label_replace|sort_by_label|sort_by_label_desc|(?:avg|first|last|sum)_over_time)$/;
