import { isAggregator } from "../../promql/aggregators.js";
import { functionInfo } from "../../promql/functions.js";
import type { Expr, Token, VectorSelector } from "../ast.js";
import { inOneLine } from "../characters.js";
import type { Cursor } from "../cursor.js";
import type { Lexeme } from "../lexeme.js";
import type { Edit, Span } from "../problem.js";
import { vectorSpan } from "../vector-span.js";
import { isFiller, isRangeWord } from "./foreign-words.js";
import { mending } from "./mending.js";
import { ownMetric } from "./own-metric.js";
import { inGoWords, missingOperator, type Words } from "./parse-problems.js";
import { rangeOfExpression } from "./range-of-expression.js";
import { timeAhead, type Time } from "./time-in-words.js";
import { withUnit } from "./units.js";

/** Whether the length of a time behind an expression is to be its range, or that of a selector inside. */
export function timeTaker(expr: Expr): boolean {
  if (expr.kind === "VectorSelector") return !expr.offset && !expr.at;
  return expr.kind === "Call" || expr.kind === "Aggregation";
}

/** The length of a time behind an expression, whose range stands in brackets: `up 5m`, `up(5m)`, `rate(up) over 5m`. */
export function rangeBehind(cursor: Cursor, expr: Expr, { duration, to, ago }: Time, caller: Token | undefined): Words {
  const found = cursor.peek();
  const prometheus = `unexpected ${inGoWords(found)}`;
  const place = { from: expr.span.to, to };
  if (expr.kind !== "VectorSelector") {
    const message = "a range stands in brackets, right behind the metric that is read";
    return { ...rangeOfExpression(cursor, expr, place, caller, `[${duration}]`), message, prometheus };
  }
  const name = inOneLine(expr.metric?.text ?? cursor.source(expr.span));
  const message = `\`${name}\` is a metric: the range stands in brackets after it`;
  const base = { ...missingOperator(found), message };
  if (ago)
    return {
      ...missingOperator(found),
      message: `PromQL writes this time as \`offset ${duration}\``,
      ...mending("Use `offset` for a moment in the past", [{ ...place, insert: ` offset ${duration}` }]),
    };
  return { ...base, ...mending("Put the range in brackets", [{ ...place, insert: `[${duration}]` }]) };
}

/** A word behind a time: `up offset 5 minutes`, `up[5m] ago`. */
export function timeWordBehind(cursor: Cursor, expr: Expr | undefined): Words | undefined {
  if (expr?.kind === "NumberLiteral") {
    const meant = withUnit(expr.text + cursor.peek().text);
    const edits = [{ from: expr.span.from, to: cursor.peek().to, insert: meant ?? "" }];
    const words = missingOperator(cursor.peek());
    return meant === undefined ? undefined : { ...words, ...mending("Write the unit right behind the number", edits) };
  }
  if (expr?.kind !== "VectorSelector" && expr?.kind !== "RangeSelector") return undefined;
  const found = cursor.peek();
  const moment = expr.offset?.duration;
  const counted = moment?.kind === "DurationLiteral" ? withUnit(moment.text + found.text) : undefined;
  if (moment && counted !== undefined) {
    const edits = [{ from: moment.span.from, to: found.to, insert: counted }];
    return { ...missingOperator(found), ...mending("Write the unit right behind the number", edits) };
  }
  if (found.text === "ago" && moment) {
    const edits = [{ from: expr.span.to, to: found.to, insert: "" }];
    return { ...missingOperator(found), ...mending("Leave it out: `offset` goes back in time", edits) };
  }
  if (found.text === "ago" && expr.kind === "VectorSelector" && !moment)
    return { ...missingOperator(found), help: `say how long ago: \`${ownMetric} offset 5m\`` };
  if (found.text !== "ago" || expr.kind !== "RangeSelector" || moment) return undefined;
  const insert = ` offset ${cursor.source(expr.range.span)}`;
  const edits = [{ from: expr.brackets.from, to: found.to, insert }];
  return { ...missingOperator(found), ...mending("Use `offset` for a moment in the past", edits) };
}

/** The length of a time before the metric: `last 5 minutes of up`; the first word was taken for the metric `left`. */
export function timeInFront(cursor: Cursor, left: Expr): Words | undefined {
  if (left.kind !== "VectorSelector" || left.braces || !isRangeWord(left.metric?.text ?? "")) return undefined;
  const time = timeAhead(cursor, true);
  if (!time) return undefined;
  let ahead = time.lexemes;
  while (cursor.peek(ahead).type === "identifier" && isFiller(cursor.peek(ahead).text)) ahead += 1;
  const [name, after] = [cursor.peek(ahead), cursor.peek(ahead + 1)];
  if (name.type !== "identifier") return undefined;
  const range = `[${time.duration}]`;
  const words = {
    ...missingOperator(cursor.peek()),
    message: "a range stands in brackets, right behind the metric that is read",
  };
  if (after.type === "{" || after.type === "(") return { ...words, help: `write \`${range}\` behind the metric` };
  const edits = [{ from: left.span.from, to: name.to, insert: name.text + range }];
  return { ...words, ...mending("Write the range behind the metric", edits) };
}

/** A range in brackets right behind a function, as in `rate[5m](up)`: it belongs to the selector among the arguments. */
export function rangeOfFunction(
  cursor: Cursor,
  name: Token,
  brackets: Span,
  args: readonly Expr[],
  found: Lexeme,
): Words {
  const range = cursor.source(brackets);
  const isFunction = !isAggregator(name.text);
  const overTime = isFunction ? name.text : `${name.text}_over_time`;
  const place = functionInfo(overTime)?.args.indexOf("matrix") ?? -1;
  const selector = args[isFunction ? place : args.length - 1];
  const words = {
    code: "range-of-expression",
    message: `\`${name.text}\` is ${isFunction ? "a function" : "an aggregation"}: a range stands behind the metric that is read`,
    prometheus: `unexpected ${inGoWords(found)}`,
  };
  if (selector?.kind !== "VectorSelector" || place === -1) {
    return { ...words, help: `write the range in the parentheses, behind a metric: \`${ownMetric}${range}\`` };
  }
  return { ...words, ...moved(cursor, { name, overTime, brackets, selector, found }) };
}

interface Moved {
  readonly name: Token;
  readonly overTime: string;
  readonly brackets: Span;
  readonly selector: VectorSelector;
  readonly found: Lexeme;
}

function moved(cursor: Cursor, { name, overTime, brackets, selector, found }: Moved) {
  const range = cursor.source(brackets);
  const { to } = vectorSpan(selector);
  const isOpen = found.type === "(";
  const edits: readonly Edit[] = [
    ...(overTime === name.text ? [] : [{ ...name.span, insert: overTime }]),
    { from: brackets.from, to: isOpen ? brackets.to : selector.span.from, insert: isOpen ? "" : "(" },
    ...(isOpen || to === selector.span.to
      ? [{ from: to, to, insert: range + (isOpen ? "" : ")") }]
      : [
          { from: to, to, insert: range },
          { from: selector.span.to, to: selector.span.to, insert: ")" },
        ]),
  ];
  return mending("Write the range behind the metric", edits);
}

/** A range as an argument of its own: `rate(up, [5m])`. */
export function rangeAfterComma(before: Expr | undefined, open: Lexeme, words: Words): Words {
  if (before?.kind !== "VectorSelector" || vectorSpan(before).to !== before.span.to) return words;
  return {
    ...words,
    ...mending("Write the range right behind the metric", [{ from: before.span.to, to: open.from, insert: "" }]),
  };
}

/** A range in front of the metric: `rate([5m] up)`; the bracket comes next. */
export function rangeInFront(cursor: Cursor, words: Words): Words {
  const [open, duration, close, name, after] = [0, 1, 2, 3, 4].map((ahead) => cursor.peek(ahead));
  if (!open || duration?.type !== "duration" || close?.type !== "]" || name?.type !== "identifier") {
    return { ...words, help: `a range stands behind a metric: \`${ownMetric}[5m]\`` };
  }
  const range = `[${duration.text}]`;
  const help = `write the range behind the metric: \`${inOneLine(name.text)}${range}\``;
  if (after?.type === "{" || after?.type === "(") return { ...words, help };
  const edits = [{ from: open.from, to: name.to, insert: name.text + range }];
  return { ...words, ...mending("Write the range behind the metric", edits) };
}
