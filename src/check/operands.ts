import { valueType } from "../analysis/value-type.js";
import { typeInWords } from "../promql/value-types.js";
import type { Subquery, Unary } from "../syntax/ast.js";
import type { Problem } from "../syntax/problem.js";
import type { Advice } from "./advice.js";
import { withArticle } from "./arguments.js";

/** Whether a sign stands before a number or an instant vector. */
export function* checkUnary(node: Unary, advice?: Advice): Iterable<Problem> {
  const type = valueType(node.expr);
  if (type !== "string" && type !== "matrix") return;
  yield {
    code: "wrong-operand-type",
    severity: "error",
    at: node.expr.span,
    message: `\`${node.op.text}\` takes an instant vector or a scalar, and gets ${withArticle(type)}`,
    ...(type === "matrix" ? advice?.toOneValue(node.expr) : { help: "remove the sign" }),
    prometheus: `unary expression only allowed on expressions of type scalar or instant vector, got ${JSON.stringify(typeInWords(type))}`,
  };
}

/** Whether a subquery evaluates an instant vector. */
export function* checkSubquery(node: Subquery): Iterable<Problem> {
  const type = valueType(node.expr);
  if (type === "vector" || type === "unknown") return;
  yield {
    code: "wrong-operand-type",
    severity: "error",
    at: node.expr.span,
    message: `a subquery evaluates an instant vector at every step, and gets ${withArticle(type)}`,
    help:
      type === "matrix"
        ? "turn the samples of each series into one value first: `rate(…)[1h:5m]`, or remove the second brackets"
        : "make a vector of it with `vector()`",
    prometheus: `subquery is only allowed on instant vector, got ${type} instead`,
  };
}
