import { functionInfo } from "../promql/functions.js";
import type { ValueType } from "../promql/value-types.js";
import type { Binary, Expr, Paren, Unary } from "../syntax/ast.js";

const known = new WeakMap<Expr, ValueType | "unknown">();

/** The type of an expression's value; `unknown` for a Grafana variable and for an unknown function. */
export function valueType(expr: Expr): ValueType | "unknown" {
  switch (expr.kind) {
    case "NumberLiteral":
      return "scalar";
    case "StringLiteral":
      return "string";
    case "Paren":
    case "Unary":
      return innerType(expr);
    case "Binary":
      return binaryType(expr);
    case "Call":
      return functionInfo(expr.name.text)?.returns ?? "unknown";
    case "Aggregation":
      return "vector";
    case "VectorSelector":
      return expr.metric?.variable && !expr.braces ? "unknown" : "vector";
    case "RangeSelector":
    case "Subquery":
      return "matrix";
  }
}

function innerType(expr: Paren | Unary): ValueType | "unknown" {
  const type = known.get(expr) ?? valueType(expr.expr);
  known.set(expr, type);
  return type;
}

/** Goes down the left side in a loop and remembers every step, so that a long chain is walked once. */
function binaryType(expr: Binary): ValueType | "unknown" {
  const chain: Binary[] = [];
  let left: Expr = expr;
  while (left.kind === "Binary" && !known.has(left)) {
    chain.push(left);
    left = left.left;
  }
  let type = left.kind === "Binary" ? (known.get(left) ?? "unknown") : valueType(left);
  for (const binary of chain.reverse()) {
    type = combined(type, valueType(binary.right));
    known.set(binary, type);
  }
  return type;
}

function combined(left: ValueType | "unknown", right: ValueType | "unknown"): ValueType | "unknown" {
  if (left === "scalar" && right === "scalar") return "scalar";
  const open = (left === "unknown" || right === "unknown") && left !== "vector" && right !== "vector";
  return open ? "unknown" : "vector";
}
