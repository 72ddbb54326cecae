import type { AggregatorName } from "../../promql/aggregators.js";
import type { Expr, Token, VectorSelector } from "../ast.js";
import { inOneLine } from "../characters.js";
import type { Cursor } from "../cursor.js";
import type { Problem, Span } from "../problem.js";
import { vectorSpan } from "../vector-span.js";
import { joinedSelectors } from "./joined-selectors.js";
import { mending } from "./mending.js";
import { exampleParameter, rangeReader } from "./missing-parentheses.js";
import type { Words } from "./parse-problems.js";
import { secondParentheses } from "./second-parentheses.js";

/** An aggregation with too few or too many arguments. */
export interface Miscounted {
  readonly op: Token<AggregatorName>;
  readonly args: readonly Expr[];
  readonly span: Span;
  readonly wanted: 1 | 2;
  readonly isGrouped: boolean;
}

/** What is said of it; the arguments may be labels, a range, or several selectors of one metric. */
export function wrongCount(cursor: Cursor, call: Miscounted): Words {
  const { op, args, span, wanted } = call;
  const got = args.length;
  const takes = wanted === 1 ? "one argument" : "two arguments";
  return {
    code: "wrong-argument-count",
    message: `\`${op.text}()\` takes ${takes}, and gets ${got === 0 ? "none" : got}`,
    ...(secondParentheses(cursor, { op, span }, args) ??
      (wanted === 1 ? (rangeAsArgument(call, cursor) ?? joined(cursor, args) ?? labels(cursor, call)) : undefined) ??
      example(cursor, call)),
    prometheus:
      got === 0
        ? "no arguments for aggregate expression provided"
        : `wrong number of arguments for aggregate expression provided, expected ${wanted}, got ${got}`,
  };
}

/** Whether an expression is an aggregation of whose arguments something is said already. */
export function isMiscounted(cursor: Cursor, expr: Expr | undefined): boolean {
  return expr?.kind === "Aggregation" && cursor.hasProblemIn(expr.span);
}

type Mending = Pick<Problem, "help" | "fixes">;

function example(cursor: Cursor, { op, args, wanted }: Miscounted): Mending {
  const own = args.find(({ kind }) => kind !== "NumberLiteral" && kind !== "StringLiteral");
  const vector = own ? inOneLine(cursor.source(own.span)) : "METRIC";
  return {
    help:
      wanted === 1
        ? `give it one vector: \`${op.text}(${vector})\``
        : `give it a parameter and a vector: \`${op.text}(${exampleParameter(op.text)}, ${vector})\``,
  };
}

/** `max(up, 1h)`: the function that reads a range was meant. */
function rangeAsArgument({ op, args }: Miscounted, cursor: Cursor): Mending | undefined {
  const [vector, range, more] = args;
  const reader = rangeReader(op.text);
  const isRange = range?.kind === "NumberLiteral" && range.duration;
  if (vector?.kind !== "VectorSelector" || !isRange || more || reader === undefined) return undefined;
  const at = vectorSpan(vector).to;
  const edits = [
    { ...op.span, insert: reader },
    { from: at, to: at, insert: `[${cursor.source(range.span)}]` },
    { from: vector.span.to, to: range.span.to, insert: "" },
  ];
  return mending(`Use \`${reader}()\` with the range in brackets`, edits, op.text === "sum" ? "suggestion" : "safe");
}

function joined(cursor: Cursor, args: readonly Expr[]): Mending | undefined {
  const selectors = args.flatMap((arg): readonly VectorSelector[] => (arg.kind === "VectorSelector" ? [arg] : []));
  const [first, last] = [selectors[0], selectors.at(-1)];
  if (!first || !last || selectors.length < args.length) return undefined;
  return joinedSelectors(cursor.text, selectors, { from: first.span.from, to: last.span.to });
}

/** Labels as arguments, as in `sum(up, pod)`. */
function labels(cursor: Cursor, { op, args, span, isGrouped }: Miscounted): Mending | undefined {
  const [vector, ...others] = args;
  if (!vector || isGrouped || others.length === 0 || !others.every(mayBeLabel)) return undefined;
  const list = others.map((label) => cursor.source(label.span)).join(", ");
  const insert = `${op.text} by (${list}) (${cursor.source(vector.span)})`;
  const edits = [{ from: op.span.from, to: span.to, insert }];
  return mending("Give it one vector, and group by labels", edits, "suggestion");
}

function mayBeLabel(expr: Expr): boolean {
  return expr.kind === "VectorSelector" && !expr.braces && !expr.offset && !expr.at;
}
