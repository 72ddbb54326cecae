import { operatorInfo } from "../../promql/operators.js";
import type { Aggregation, Binary, Call, Expr } from "../../syntax/ast.js";
import { flipped } from "./constant.js";
import { constantValue } from "./constant-value.js";
import { relabelled } from "../labels/relabelled.js";
import { withoutParens } from "../without-parens.js";

/** Whether no series of an expression is 0, on any data: it is filtered, clamped or counted. */
export function isNonzero(expr: Expr): boolean {
  if (isPositive(expr)) return true;
  const inner = withoutParens(expr);
  const constant = constantValue(inner);
  if (constant !== undefined) return constant !== 0;
  const filter = inner.kind === "Binary" ? filterOf(inner) : undefined;
  if (!filter) return false;
  const { op, limit } = filter;
  return (op === "!=" && limit === 0) || (op === "<" && limit <= 0) || ((op === "<=" || op === "==") && limit < 0);
}

/** Whether every series of an expression is above 0, on any data. Goes down a chain of operators in a loop. */
function isPositive(root: Expr): boolean {
  let expr = withoutParens(root);
  while (expr.kind === "Binary" && !filterOf(expr)) {
    const { op, left, right } = expr;
    if (!passing.has(op.text) || (adding.has(op.text) && !isPositive(right))) break;
    expr = withoutParens(left);
  }
  const constant = constantValue(expr);
  if (constant !== undefined) return constant > 0;
  switch (expr.kind) {
    case "Aggregation":
      return isPositiveGroup(expr);
    case "Call":
      return isPositiveCall(expr);
    case "Binary":
      return isFilteredPositive(expr);
    case "NumberLiteral":
    case "StringLiteral":
    case "Unary":
    case "VectorSelector":
    case "RangeSelector":
    case "Subquery":
      return false;
  }
}

/** The result is positive where both sides are. */
const adding: ReadonlySet<string> = new Set(["or", "+"]);
/** The result is positive where the left side is, and for those above the right one. */
const passing: ReadonlySet<string> = new Set([...adding, "and", "unless"]);

function isPositiveGroup({ op, expr }: Aggregation): boolean {
  if (/^(?:count|count_values|group)$/.test(op.text)) return true;
  return !/^std/.test(op.text) && isPositive(expr);
}

function isPositiveCall(call: Call): boolean {
  const { name, args } = call;
  const [, low] = args;
  switch (name.text) {
    case "count_over_time":
    case "present_over_time":
    case "absent":
    case "absent_over_time":
    case "time":
      return true;
    case "clamp":
    case "clamp_min":
      return low !== undefined && isPositive(low);
    default: {
      const inner = relabelled(call);
      return inner !== undefined && isPositive(inner);
    }
  }
}

function isFilteredPositive(binary: Binary): boolean {
  const filter = filterOf(binary);
  if (!filter) return false;
  const { op, limit } = filter;
  return (op === ">" && limit >= 0) || ((op === ">=" || op === "==") && limit > 0);
}

/** A comparison with a constant, as if the series stood on the left. */
function filterOf({ op, bool, left, right }: Binary): { op: string; limit: number } | undefined {
  if (bool || operatorInfo(op.text).class !== "comparison") return undefined;
  const [onLeft, onRight] = [constantValue(left), constantValue(right)];
  if (onRight !== undefined) return { op: op.text, limit: onRight };
  return onLeft === undefined ? undefined : { op: flipped(op.text), limit: onLeft };
}
