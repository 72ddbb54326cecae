import { parseDuration } from "../../promql/durations.js";
import type { At, DurationExpr, Expr, Node, RangeSelector, Subquery, Token } from "../ast.js";
import { tokenOf, type Cursor } from "../cursor.js";
import type { Lexeme } from "../lexeme.js";
import { mending } from "../mistakes/mending.js";
import * as say from "../mistakes/parse-problems.js";
import { rangeOfExpression, rangeTaker } from "../mistakes/range-of-expression.js";
import type { Edit, Problem, Span } from "../problem.js";
import { vectorSpan } from "../vector-span.js";
import { walk } from "../walk.js";
import { isZeroDuration } from "../zero-duration.js";
import { parseDurationExpr, parseOffset, type DurationContext } from "./duration.js";

/** Whether brackets, `offset`, `@`, `anchored` or `smoothed` come next. They bind tighter than any operator. */
export function startsPostfix(cursor: Cursor): boolean {
  const { type } = cursor.peek();
  return type === "[" || type === "@" || (type === "keyword" && cursor.atKeyword("offset", "anchored", "smoothed"));
}

/**
 * Reads one of them and puts it on the expression before it, which may be missing; `caller` is the function whose first
 * argument the expression begins.
 */
export function parsePostfix(cursor: Cursor, expr: Expr | undefined, caller: Token | undefined): Expr | undefined {
  const lexeme = cursor.next();
  if (lexeme.type === "[") return brackets(cursor, lexeme, expr, caller);
  if (lexeme.type === "@") return at(cursor, lexeme, expr);
  if (lexeme.text === "offset") return offset(cursor, lexeme, expr);
  return extension(cursor, tokenOf(lexeme, lexeme.text === "anchored" ? "anchored" : "smoothed"), expr);
}

const rangeContext: DurationContext = ["subquery or range selector", "number, duration, step(), or range()"];
const stepContext: DurationContext = ["subquery selector", 'number, duration, step(), range(), or "]"'];

function brackets(cursor: Cursor, open: Lexeme, expr: Expr | undefined, caller: Token | undefined): Expr | undefined {
  const range = parseDurationExpr(cursor, rangeContext);
  const colon = range && cursor.take(":");
  const step = colon && cursor.peek().type !== "]" ? parseDurationExpr(cursor, stepContext) : undefined;
  closeBrackets(cursor, range !== undefined, colon !== undefined);
  if (!expr || !range) return expr;
  const close = cursor.last();
  const inside = { from: open.from, to: close.to };
  const span = { from: expr.span.from, to: close.to };
  if (colon) return { kind: "Subquery", span, expr, range, ...(step && { step }), brackets: inside };
  return rangeSelector(cursor, expr, range, { span, brackets: inside }, caller);
}

function closeBrackets(cursor: Cursor, hasRange: boolean, isSubquery: boolean): void {
  if (cursor.take("]")) return;
  const found = cursor.peek();
  if (hasRange) {
    const words = isSubquery
      ? say.expected("`]`", found, "subquery selector", '"]"')
      : { ...say.expected("`:` or `]`", found, "subquery or range", '":" or "]"'), ...severalDurations(cursor) };
    cursor.report(found, words);
  }
  for (let { type } = cursor.peek(); type !== "end" && type !== "]"; { type } = cursor.peek()) cursor.next();
  cursor.take("]");
}

/** `[1h 30m]`, which is one duration, or `[1h, 5m]`, which is a range and a step. */
function severalDurations(cursor: Cursor): Pick<Problem, "help" | "fixes"> {
  const before = cursor.last();
  const found = cursor.peek();
  if (found.type === "," && cursor.peek(1).type === "duration")
    return mending("Write `:` before the step of a subquery", [{ from: found.from, to: found.to, insert: ":" }]);
  const isOne = typeof parseDuration(cursor.source(before) + found.text) === "number";
  if (found.type !== "duration" || !isOne) return {};
  return mending("Write one duration without space", [{ from: before.to, to: found.from, insert: "" }]);
}

type Place = Pick<RangeSelector, "span" | "brackets">;

function rangeSelector(
  cursor: Cursor,
  expr: Expr,
  range: DurationExpr,
  place: Place,
  caller: Token | undefined,
): Expr | undefined {
  if (expr.kind !== "VectorSelector") {
    if (!cursor.hasProblemIn(place.brackets))
      cursor.report(place.brackets, rangeOfExpression(cursor, expr, place.brackets, caller));
    return rangeTaker(expr) ? undefined : { kind: "Subquery", expr, range, ...place };
  }
  const { offset, at, extension, ...vector } = expr;
  if (offset && !isZeroDuration(offset.duration)) {
    cursor.report(
      place.brackets,
      say.modifierBeforeRange("offset", swapped(cursor, vectorSpan(vector).to, place.brackets)),
    );
  } else if (at) {
    cursor.report(place.brackets, say.modifierBeforeRange("@", swapped(cursor, vectorSpan(vector).to, place.brackets)));
  }
  return {
    kind: "RangeSelector",
    vector: { ...vector, span: vectorSpan(vector) },
    range,
    ...place,
    ...(offset && { offset }),
    ...(at && { at }),
    ...(extension && { extension }),
  };
}

/** Brings brackets forward to the selector that they belong to. */
function swapped(cursor: Cursor, to: number, { from, to: end }: Span): readonly Edit[] {
  return [
    { from: to, to, insert: cursor.source({ from, to: end }) },
    { from, to: end, insert: "" },
  ];
}

function offset(cursor: Cursor, keyword: Lexeme, expr: Expr | undefined): Expr | undefined {
  const duration = parseOffset(cursor);
  if (!duration || !expr) return expr;
  if (!takesModifiers(expr)) {
    cursor.report(expr.span, say.misplacedModifier("offset", movedInside(cursor, expr, "offset")));
    return expr;
  }
  if (expr.offset && !isZeroDuration(expr.offset.duration)) cursor.report(keyword, say.repeatedModifier("offset"));
  const { to } = cursor.last();
  return { ...expr, span: { from: expr.span.from, to }, offset: { span: { from: keyword.from, to }, duration } };
}

function at(cursor: Cursor, mark: Lexeme, expr: Expr | undefined): Expr | undefined {
  const time = parseTime(cursor);
  if (!time || !expr) return expr;
  if (!takesModifiers(expr)) {
    cursor.report(expr.span, say.misplacedModifier("@", movedInside(cursor, expr, "at")));
    return expr;
  }
  if (expr.at) cursor.report(mark, say.repeatedModifier("@"));
  const { to } = cursor.last();
  return { ...expr, span: { from: expr.span.from, to }, at: { span: { from: mark.from, to }, ...time } };
}

/** Brings a modifier, just read, to every selector inside; nothing where one has its own, or a subquery is among them. */
function movedInside(cursor: Cursor, expr: Expr, key: "offset" | "at"): readonly Edit[] | undefined {
  const from = expr.span.to;
  const { to } = cursor.last();
  const nodes = [...walk(expr)];
  const vectors = new Set(nodes.map((node) => (node.kind === "RangeSelector" ? node.vector : undefined)));
  const selectors = nodes.filter(
    (node) => node.kind === "RangeSelector" || (node.kind === "VectorSelector" && !vectors.has(node)),
  );
  const isOpen = nodes.some((node) => node.kind === "Subquery" || (takesModifiers(node) && node[key]));
  if (isOpen || selectors.length === 0) return undefined;
  const insert = ` ${cursor.source({ from, to }).trim()}`;
  return [...selectors.map(({ span }) => ({ from: span.to, to: span.to, insert })), { from, to, insert: "" }];
}

function takesModifiers(node: Node): node is Selector {
  return node.kind === "VectorSelector" || node.kind === "RangeSelector" || node.kind === "Subquery";
}

/** Prometheus compares seconds, before it makes milliseconds of them, with what fits in 64 bits. */
const maxTime = 2 ** 63;

function parseTime(cursor: Cursor): Omit<At, "span"> | undefined {
  if (cursor.atKeyword("start", "end") && cursor.peek(1).type === "(") {
    const word = cursor.next();
    cursor.next();
    if (!cursor.take(")")) cursor.report(cursor.peek(), say.expected("`)`", cursor.peek()));
    return { time: word.text === "start" ? "start" : "end" };
  }
  const sign = cursor.take("-") ?? cursor.take("+");
  const lexeme = cursor.peek();
  if (lexeme.type === "variable") return { time: NaN, variable: tokenOf(cursor.next()) };
  if (lexeme.type !== "number" && lexeme.type !== "duration") {
    cursor.report(lexeme, {
      ...say.expected("a time", lexeme, "@", "timestamp"),
      help: "write the seconds since 1970, `start()` or `end()`",
    });
    return undefined;
  }
  cursor.next();
  const value = (sign?.type === "-" ? -1 : 1) * (lexeme.value ?? NaN);
  if (!(Math.abs(value) < maxTime)) {
    cursor.report({ from: sign?.from ?? lexeme.from, to: lexeme.to }, say.timeOutOfBounds(value));
  }
  return lexeme.type === "duration" ? { time: value, duration: true } : { time: value };
}

function extension(cursor: Cursor, word: Token<"anchored" | "smoothed">, expr: Expr | undefined): Expr | undefined {
  if (!expr) return undefined;
  if (expr.kind !== "VectorSelector" && expr.kind !== "RangeSelector") {
    if (expr.kind === "Subquery" && cursor.hasProblemIn(expr.brackets)) return expr;
    const on = expr.kind === "Subquery" ? "subquery" : "expression";
    cursor.report(word.span, say.misplacedExtension(word.text, on));
    return expr;
  }
  if (expr.extension && expr.extension.text !== word.text) {
    cursor.report(word.span, say.misplacedExtension(word.text, "both"));
  }
  return { ...expr, span: { from: expr.span.from, to: word.span.to }, extension: word };
}

type Selector = Extract<Expr, { kind: "VectorSelector" | "RangeSelector" }> | Subquery;
