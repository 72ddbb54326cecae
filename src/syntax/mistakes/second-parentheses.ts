import { aggregatorInfo, isAggregator } from "../../promql/aggregators.js";
import { functionInfo } from "../../promql/functions.js";
import type { Aggregation, Expr } from "../ast.js";
import type { Cursor } from "../cursor.js";
import type { Edit, Problem } from "../problem.js";
import { mending } from "./mending.js";

type Mending = Required<Pick<Problem, "help">> & Pick<Problem, "fixes">;

/**
 * What an aggregation with two pairs of parentheses was meant to be, the second of which comes next: `sum(job)(up)`,
 * `sum(rate)(up[5m])`, `topk(5)(up)`. Nothing where no meaning is certain.
 */
export function secondParentheses(
  cursor: Cursor,
  { op, span, grouping }: Pick<Aggregation, "op" | "span" | "grouping">,
  args: readonly Expr[],
): Mending | undefined {
  const open = cursor.peek();
  const [first] = args;
  const close = closeOf(cursor);
  const last = args.at(-1);
  if (open.type !== "(" || !first || !last || grouping || close === undefined) return undefined;
  if (first.kind === "NumberLiteral" || first.kind === "StringLiteral") {
    if (!aggregatorInfo(op.text).param || args.length > 1) return undefined;
    return mending("Put both into one pair of parentheses", [{ from: first.span.to, to: open.to, insert: ", " }]);
  }
  if (!args.every(isName)) return undefined;
  const name = cursor.source(first.span);
  if (args.length === 1 && (functionInfo(name) || isAggregator(name.toLowerCase()))) {
    const edits: readonly Edit[] = [
      { from: first.span.to, to: open.to, insert: "(" },
      { from: close, to: close, insert: ")" },
    ];
    return mending(`Put \`${name}(…)\` into the parentheses of \`${op.text}\``, edits);
  }
  const edits: readonly Edit[] = [
    { from: op.span.to, to: cursor.text.indexOf("(", op.span.to), insert: " by " },
    { from: span.to, to: open.from, insert: " " },
  ];
  return mending("Write `by` before the labels", edits);
}

/** Where the parenthesis is closed that comes next. */
function closeOf(cursor: Cursor): number | undefined {
  let depth = 0;
  for (let ahead = 0; cursor.peek(ahead).type !== "end"; ahead++) {
    const { type, to } = cursor.peek(ahead);
    if (type === "(") depth += 1;
    if (type === ")") depth -= 1;
    if (depth === 0) return to;
  }
  return undefined;
}

function isName(expr: Expr): boolean {
  return expr.kind === "VectorSelector" && !expr.braces && !expr.offset && !expr.at && expr.metric !== undefined;
}
