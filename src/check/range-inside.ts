import { functionInfo } from "../promql/functions.js";
import type { Binary, Call, Expr, Node, RangeSelector } from "../syntax/ast.js";
import { rangeTaker } from "../syntax/mistakes/range-of-expression.js";
import { printRange } from "../syntax/print.js";
import type { Problem } from "../syntax/problem.js";
import { vectorSpan } from "../syntax/vector-span.js";

/** How the argument is mended, and what Prometheus says of the part of it that it looks at first. */
type Repair = Required<Pick<Problem, "help" | "fixes" | "prometheus">>;

/** A calculation with the samples in a range as the argument of a function: `increase(up[1h] > 3)`. */
export interface CalculatedRange {
  readonly binary: Binary;
  readonly ranges: readonly RangeSelector[];
}

/** Whether the only argument of a function that reads a range is such a calculation. */
export function calculatedRange({ name, args }: Call): CalculatedRange | undefined {
  const [binary] = args;
  if (binary?.kind !== "Binary" || args.length > 1 || !functionInfo(name.text)?.args.includes("matrix"))
    return undefined;
  const sides = [binary.left, binary.right];
  const ranges = sides.flatMap((side) => (side.kind === "RangeSelector" ? [side] : []));
  const isOnly = sides.every(({ kind }) => kind === "RangeSelector" || kind === "NumberLiteral");
  return isOnly && ranges.length > 0 ? { binary, ranges } : undefined;
}

/** The calculation with what the function gives: `increase(up[1h]) > 3`. */
export function calculatedOutside({ name, span }: Call, { binary, ranges }: CalculatedRange): Repair {
  const edits = [
    { from: span.from, to: binary.span.from, insert: "" },
    ...ranges.flatMap((range) => [
      { from: range.span.from, to: range.span.from, insert: `${name.text}(` },
      { from: range.span.to, to: range.span.to, insert: ")" },
    ]),
    { from: binary.span.to, to: span.to, insert: "" },
  ];
  return {
    help: `write \`${binary.op.text}\` outside the parentheses: \`${name.text}()\` reads the samples first`,
    fixes: [{ title: "Write it outside the parentheses", safety: "suggestion", edits }],
    prometheus: "binary expression must contain only scalar and instant vector types",
  };
}

/** The call in a subquery whose range was meant for the selector: `sum(rate(up)[5m:])`. */
export function callBeforeRange(node: Node): Call | undefined {
  if (node.kind !== "Subquery" || node.step || node.offset || node.at || node.expr.kind !== "Call") return undefined;
  return rangeTaker(node.expr) ? node.expr : undefined;
}

/** What is said of such a subquery. */
export function rangeMovedIn(arg: Expr): Repair | undefined {
  const call = callBeforeRange(arg);
  const selector = call && rangeTaker(call);
  if (arg.kind !== "Subquery" || !selector) return undefined;
  const { to } = vectorSpan(selector);
  const edits = [
    { from: to, to, insert: `[${printRange(arg.range)}]` },
    { ...arg.brackets, insert: "" },
  ];
  const title = "Write the range right behind the metric";
  return {
    help: "write the range right behind the metric",
    fixes: [{ title, safety: "suggestion", edits }],
    prometheus: `expected type range vector in call to function ${JSON.stringify(call.name.text)}, got instant vector`,
  };
}
