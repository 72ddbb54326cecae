import { aggregatorInfo } from "../../promql/aggregators.js";
import { functionInfo } from "../../promql/functions.js";
import { isLegacyMetric } from "../../promql/labels.js";
import type { Aggregation, Expr, Node, RangeSelector, Token, VectorSelector } from "../ast.js";
import type { Cursor } from "../cursor.js";
import type { Edit, Fix, Span } from "../problem.js";
import { vectorSpan } from "../vector-span.js";
import { walk } from "../walk.js";
import { mending } from "./mending.js";
import type { Words } from "./parse-problems.js";

/** Brackets, or a `range` written otherwise, on what is no selector. It belongs to the selector inside, or a subquery was meant. */
export function rangeOfExpression(
  cursor: Cursor,
  expr: Expr,
  brackets: Span,
  caller: Token | undefined,
  range = cursor.source(brackets),
): Words {
  if (expr.kind === "StringLiteral" && isLegacyMetric(expr.value)) {
    const { help, fixes } = mending("Write the metric without quotes", [{ ...expr.span, insert: expr.value }]);
    return words(help, fixes);
  }
  const inner = expr.kind === "Paren" ? inParens(expr) : rangeTaker(expr);
  if (inner?.kind === "VectorSelector") {
    const edits = moved(inner, brackets, range);
    const { help, fixes } = mending("Write the range right behind the selector", edits);
    return words(help, fixes);
  }
  const own = caller ? undefined : ownRange(expr);
  if (own) {
    const edits = [
      { ...own.brackets, insert: range },
      { ...brackets, insert: "" },
    ];
    const written = cursor.source(own.brackets);
    const { help, fixes } = mending(`Write \`${range}\` in place of \`${written}\``, edits, "suggestion");
    return words(help, fixes);
  }
  const asSubquery: Fix = {
    title: "Make it a subquery",
    safety: "suggestion",
    edits: [{ ...brackets, insert: `${range.slice(0, -1)}:]` }],
  };
  const selector = aggregated(expr);
  const isCounted = caller === undefined || functionInfo(caller.text)?.wants === "counter";
  if (!selector || expr.kind !== "Aggregation" || !isCounted) {
    const help =
      "move it to the selector inside, or make a subquery, which evaluates the expression at every step: `[5m:]`";
    return words(help, [asSubquery]);
  }
  return ofAggregation(cursor, { aggregation: expr, selector, brackets, range, caller, asSubquery });
}

interface Aggregated {
  readonly aggregation: Aggregation;
  readonly selector: VectorSelector;
  readonly brackets: Span;
  readonly range: string;
  readonly caller: Token | undefined;
  readonly asSubquery: Fix;
}

/** What an aggregation is asked for the range of: mostly the rate of each series, which comes before the sum. */
function ofAggregation(cursor: Cursor, aggregated: Aggregated): Words {
  const { aggregation, selector, brackets, range, caller, asSubquery } = aggregated;
  const isCounted = caller !== undefined && functionInfo(caller.text)?.wants === "counter";
  const close = cursor.peek();
  const meant = (name: string): string => turned(cursor, aggregation, name, selector, range);
  if (isCounted && close.type === ")") {
    const edits = [{ from: caller.span.from, to: close.to, insert: meant(caller.text) }];
    const { help, fixes } = mending(`Take the \`${caller.text}()\` of each series first`, edits);
    return words(help, fixes);
  }
  const overTime = `${aggregation.op.text}_over_time`;
  const isOfSamples = !caller && aggregation.op.text !== "sum" && functionInfo(overTime) !== undefined;
  const name = isOfSamples ? overTime : "rate";
  const help = isOfSamples
    ? `write the range behind the metric: \`${overTime}()\` reads the samples of each series`
    : "write the range behind the metric: `rate()` of a counter reads the samples of each series";
  if (caller) return words(help, [asSubquery]);
  const at = { from: aggregation.span.from, to: brackets.to };
  const alone = `${overTime}(${ranged(cursor, selector, range)})`;
  const fixes: readonly Fix[] = [
    ...(isOfSamples && !aggregation.grouping
      ? [{ title: `Use \`${overTime}()\``, safety: "suggestion" as const, edits: [{ ...at, insert: alone }] }]
      : []),
    { title: `Take the \`${name}()\` of each series`, safety: "suggestion", edits: [{ ...at, insert: meant(name) }] },
  ];
  return words(help, fixes);
}

/** An aggregation with a function around its selector. */
function turned(
  cursor: Cursor,
  { span, grouping }: Aggregation,
  name: string,
  selector: VectorSelector,
  range: string,
) {
  const head = cursor.source({ from: span.from, to: selector.span.from });
  const tail = grouping?.position === "after" ? ` ${cursor.source(grouping.span)}` : "";
  return `${head}${name}(${ranged(cursor, selector, range)}))${tail}`;
}

/** A selector with a range before its `offset`. */
function ranged(cursor: Cursor, selector: VectorSelector, range: string): string {
  const { from, to } = vectorSpan(selector);
  return cursor.source({ from, to }) + range + cursor.source({ from: to, to: selector.span.to });
}

/** The argument of a function that takes a range, where it is a selector without one. */
export function rangeTaker(expr: Expr): VectorSelector | undefined {
  if (expr.kind !== "Call") return undefined;
  const place = functionInfo(expr.name.text)?.args.indexOf("matrix") ?? -1;
  const argument = expr.args[place];
  const inner = argument && inParens(argument);
  return inner?.kind === "VectorSelector" ? inner : undefined;
}

/** The range that a call has already. */
function ownRange(expr: Expr): RangeSelector | undefined {
  return expr.kind === "Call" ? expr.args.find((arg) => arg.kind === "RangeSelector") : undefined;
}

/** The first node that is no parenthesis. */
function inParens(expr: Expr): Node | undefined {
  return walk(expr).find(({ kind }) => kind !== "Paren");
}

function aggregated(expr: Expr): VectorSelector | undefined {
  if (expr.kind !== "Aggregation" || aggregatorInfo(expr.op.text).param) return undefined;
  return expr.expr.kind === "VectorSelector" ? expr.expr : undefined;
}

function moved(selector: VectorSelector, brackets: Span, range: string): readonly Edit[] {
  const { to } = vectorSpan(selector);
  return [
    { from: to, to, insert: range },
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
