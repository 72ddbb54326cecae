import type { Expr } from "../../syntax/ast.js";
import { relabelled } from "./relabelled.js";
import { valueType } from "../value-type.js";

/**
 * The series that an expression passes on one by one: in parentheses, with other labels, or compared with a number or
 * computed with one; nothing where it makes other series of them.
 */
export function passedOn(expr: Expr): Expr | undefined {
  switch (expr.kind) {
    case "Paren":
    case "Unary":
      return expr.expr;
    case "Binary":
      if (expr.bool) return undefined;
      if (valueType(expr.right) === "scalar") return expr.left;
      return valueType(expr.left) === "scalar" ? expr.right : undefined;
    case "Call":
      return relabelled(expr);
    case "Aggregation":
    case "NumberLiteral":
    case "StringLiteral":
    case "VectorSelector":
    case "RangeSelector":
    case "Subquery":
      return undefined;
  }
}
