import type { AggregatorName } from "../../promql/aggregators.js";
import type { Aggregation, Expr, Grouping, Token } from "../ast.js";
import type { Span } from "../problem.js";

/** An aggregation of its arguments, of two of which the first is the parameter; nothing where all are missing. */
export function aggregationOf(
  op: Token<AggregatorName>,
  args: readonly Expr[],
  grouping: Grouping | undefined,
  span: Span,
): Aggregation | undefined {
  const [first, second] = args;
  const param = second && first;
  const expr = second ?? first;
  return expr && { kind: "Aggregation", span, op, ...(param && { param }), expr, ...(grouping && { grouping }) };
}
