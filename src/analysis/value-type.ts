import { functionInfo } from "../promql/functions.js";
import type { ValueType } from "../promql/value-types.js";
import type { Binary, Expr, Paren, Unary } from "../syntax/ast.js";
import { recent } from "../syntax/recent.js";

const known = recent<Expr, ValueType | "unknown">(32);

/** The type of an expression's value; `unknown` for a Grafana variable and for an unknown function. */
export function valueType(expr: Expr): ValueType | "unknown" {
  const isMade = expr.kind === "Binary" || expr.kind === "Paren" || expr.kind === "Unary";
  if (isMade && !known.get(expr)) known.trim();
  return typeOf(expr);
}

/** As {@link valueType}, forgetting nothing. */
function typeOf(expr: Expr): ValueType | "unknown" {
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
  const remembered = known.get(expr);
  if (remembered) return remembered;
  const type = typeOf(expr.expr);
  known.set(expr, type);
  return type;
}

/** Goes down the left side in a loop and remembers every step, so that a long chain is walked once. */
function binaryType(expr: Binary): ValueType | "unknown" {
  const chain: Binary[] = [];
  let left: Expr = expr;
  let type: ValueType | "unknown" | undefined;
  for (; left.kind === "Binary"; left = left.left) {
    type = known.get(left);
    if (type) break;
    chain.push(left);
  }
  type ??= typeOf(left);
  for (const binary of chain.reverse()) {
    type = combined(type, typeOf(binary.right));
    known.set(binary, type);
  }
  return type;
}

function combined(left: ValueType | "unknown", right: ValueType | "unknown"): ValueType | "unknown" {
  if (left === "scalar" && right === "scalar") return "scalar";
  const open = (left === "unknown" || right === "unknown") && left !== "vector" && right !== "vector";
  return open ? "unknown" : "vector";
}
