import { aggregatorInfo } from "../promql/aggregators.js";
import { functionInfo } from "../promql/functions.js";
import type { Aggregation, Expr, Node, Token, VectorSelector } from "./ast.js";
import type { Cursor } from "./cursor.js";
import { mending } from "./mending.js";
import type { Words } from "./parse-problems.js";
import type { Edit, Fix, Span } from "./problem.js";
import { vectorSpan } from "./vector-span.js";
import { walk } from "./walk.js";

/** Brackets on what is no selector. They belong to the selector inside, or a subquery was meant. */
export function rangeOfExpression(cursor: Cursor, expr: Expr, brackets: Span, caller: Token | undefined): Words {
  const inner = expr.kind === "Paren" ? inParens(expr) : rangeTaker(expr);
  if (inner?.kind === "VectorSelector") {
    const edits = moved(cursor, inner, brackets);
    const { help, fixes } = mending("Write the range right behind the selector", edits);
    return words(help, fixes);
  }
  const asSubquery: Fix = {
    title: "Make it a subquery",
    safety: "suggestion",
    edits: [{ from: brackets.to - 1, to: brackets.to - 1, insert: ":" }],
  };
  const selector = aggregated(expr);
  const isCounted = caller === undefined || functionInfo(caller.text)?.wants === "counter";
  if (!selector || expr.kind !== "Aggregation" || !isCounted) {
    const help =
      "move it to the selector inside, or make a subquery, which evaluates the expression at every step: `[5m:]`";
    return words(help, [asSubquery]);
  }
  return ofAggregation(cursor, expr, selector, brackets, caller, asSubquery);
}

/** What an aggregation is asked for the range of: mostly the rate of each series, which comes before the sum. */
function ofAggregation(
  cursor: Cursor,
  expr: Aggregation,
  selector: VectorSelector,
  brackets: Span,
  caller: Token | undefined,
  asSubquery: Fix,
): Words {
  const isCounted = caller !== undefined && functionInfo(caller.text)?.wants === "counter";
  const close = cursor.peek();
  const name = isCounted ? caller.text : "rate";
  const meant = turned(cursor, expr, name, selector, cursor.source(brackets));
  if (isCounted && close.type === ")") {
    const edits = [{ from: caller.span.from, to: close.to, insert: meant }];
    const { help, fixes } = mending(`Take the \`${name}()\` of each series first`, edits);
    return words(help, fixes);
  }
  const help = "take the `rate()` of each series of a counter; a subquery evaluates the expression at every step";
  if (caller) return words(help, [asSubquery]);
  const edits = [{ from: expr.span.from, to: brackets.to, insert: meant }];
  return words(help, [{ title: "Take the `rate()` of each series", safety: "suggestion", edits }, asSubquery]);
}

/** An aggregation with a function around its selector. */
function turned(
  cursor: Cursor,
  { span, grouping }: Aggregation,
  name: string,
  selector: VectorSelector,
  range: string,
) {
  const { to } = vectorSpan(selector);
  const head = cursor.source({ from: span.from, to: selector.span.from });
  const inside =
    cursor.source({ from: selector.span.from, to }) + range + cursor.source({ from: to, to: selector.span.to });
  const tail = grouping?.position === "after" ? ` ${cursor.source(grouping.span)}` : "";
  return `${head}${name}(${inside}))${tail}`;
}

/** The argument of a function that takes a range, where it is a selector without one. */
export function rangeTaker(expr: Expr): VectorSelector | undefined {
  if (expr.kind !== "Call") return undefined;
  const place = functionInfo(expr.name.text)?.args.indexOf("matrix") ?? -1;
  const argument = expr.args[place];
  const inner = argument && inParens(argument);
  return inner?.kind === "VectorSelector" ? inner : undefined;
}

/** The first node that is no parenthesis. */
function inParens(expr: Expr): Node | undefined {
  return walk(expr).find(({ kind }) => kind !== "Paren");
}

function aggregated(expr: Expr): VectorSelector | undefined {
  if (expr.kind !== "Aggregation" || aggregatorInfo(expr.op.text).param) return undefined;
  return expr.expr.kind === "VectorSelector" ? expr.expr : undefined;
}

function moved(cursor: Cursor, selector: VectorSelector, brackets: Span): readonly Edit[] {
  const { to } = vectorSpan(selector);
  return [
    { from: to, to, insert: cursor.source(brackets) },
    { from: brackets.from, to: brackets.to, insert: "" },
  ];
}

function words(help: string, fixes: readonly Fix[]): Words {
  return {
    code: "range-of-expression",
    message: "a range in brackets reads stored samples, so it stands after a selector only",
    help,
    fixes,
    prometheus: "ranges only allowed for vector selectors",
  };
}
