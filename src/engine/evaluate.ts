import { assertNever, type Expr, type Unary } from "../syntax/ast.js";
import { evaluateAggregation } from "./aggregate.js";
import { evaluateCall } from "./call.js";
import { type Context, dropNames } from "./context.js";
import { executionError } from "./error.js";
import { mapValues } from "./functions/math.js";
import { evaluateBinary } from "./operators/binary.js";
import { selectInstant } from "./select-instant.js";
import { sizeOf, type Value } from "./value.js";

/** Evaluates an expression that is no range vector, at all steps of the context. What its operands took is given back. */
export function evaluate(expr: Expr, context: Context): Value {
  const { budget } = context;
  const before = budget.held();
  const value = evaluateNode(expr, context);
  budget.keep(before);
  budget.hold(sizeOf(value));
  budget.work(1 + sizeOf(value));
  return value;
}

function evaluateNode(expr: Expr, context: Context): Value {
  switch (expr.kind) {
    case "NumberLiteral":
      context.budget.hold(context.steps.count);
      return { kind: "scalar", values: new Float64Array(context.steps.count).fill(expr.value) };
    case "StringLiteral":
      return { kind: "string", text: expr.value };
    case "Paren":
      return evaluate(expr.expr, context);
    case "Unary":
      return evaluateUnary(expr, context);
    case "Binary":
      return evaluateBinary(expr, context);
    case "Call":
      return evaluateCall(expr, context);
    case "Aggregation":
      return { kind: "vector", grid: evaluateAggregation(expr, context) };
    case "VectorSelector":
      return { kind: "vector", grid: selectInstant(expr, context) };
    case "RangeSelector":
    case "Subquery":
      throw executionError("a range vector stands where an instant vector or a scalar is needed");
    default:
      return assertNever(expr);
  }
}

function evaluateUnary({ op, expr }: Unary, context: Context): Value {
  const value = evaluate(expr, context);
  if (op.text === "+" || value.kind === "string") return value;
  if (value.kind === "scalar") return { kind: "scalar", values: value.values.map((each) => -each) };
  mapValues(value.grid, context.steps.count, (each) => -each);
  return { kind: "vector", grid: dropNames(value.grid, context) };
}
