import { assertNever, type Expr } from "../syntax/ast.js";

/** The expressions right below an expression, in the order of the text; durations and matchers are none. */
export function operands(node: Expr): readonly Expr[] {
  switch (node.kind) {
    case "NumberLiteral":
    case "StringLiteral":
    case "VectorSelector":
      return [];
    case "Paren":
    case "Unary":
    case "Subquery":
      return [node.expr];
    case "RangeSelector":
      return [node.vector];
    case "Binary":
      return [node.left, node.right];
    case "Call":
      return node.args;
    case "Aggregation":
      return node.param ? [node.param, node.expr] : [node.expr];
    default:
      return assertNever(node);
  }
}
