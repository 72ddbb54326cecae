import type { Fill, Grouping, NumberLiteral, Token, VectorMatching } from "../ast.js";
import { tokenOf, type Cursor } from "../cursor.js";
import type { Lexeme } from "../lexeme.js";
import { isFiller } from "../mistakes/foreign-words.js";
import { mending } from "../mistakes/mending.js";
import { expected } from "../mistakes/parse-problems.js";

/** Keywords that can not be a label in a list; `inf` and `nan` are numbers. */
const neverLabels: ReadonlySet<string> = new Set(["without"]);

/** Reads `by (…)` or `without (…)`; the keyword comes next. Of one that is `misplaced` the caller complains. */
export function parseGrouping(cursor: Cursor, position: Grouping["position"] | "misplaced"): Grouping {
  const keyword = cursor.next();
  const labels = parseLabels(cursor, position === "misplaced");
  const mode = keyword.text === "by" ? "by" : "without";
  return {
    span: { from: keyword.from, to: cursor.last().to },
    mode: tokenOf(keyword, mode),
    labels,
    position: position === "before" ? "before" : "after",
  };
}

/** What may stand between an operator and its right side. */
export interface OperatorModifiers {
  bool?: Token<"bool">;
  matching?: VectorMatching;
  fill?: Fill;
}

/** Reads `bool`, `on (…)`, `group_left (…)`, `fill (…)` in the order in which they may stand. */
export function parseOperatorModifiers(cursor: Cursor): OperatorModifiers {
  const modifiers: OperatorModifiers = {};
  if (cursor.atKeyword("bool")) modifiers.bool = tokenOf(cursor.next(), "bool");
  if (cursor.atKeyword("on", "ignoring")) modifiers.matching = parseMatching(cursor);
  if (cursor.atKeyword("fill", "fill_left", "fill_right")) modifiers.fill = parseFill(cursor);
  return modifiers;
}

function parseMatching(cursor: Cursor): VectorMatching {
  const keyword = cursor.next();
  const mode = tokenOf(keyword, keyword.text === "on" ? "on" : "ignoring");
  const labels = parseLabels(cursor);
  if (!cursor.atKeyword("group_left", "group_right")) {
    return { span: { from: keyword.from, to: cursor.last().to }, mode, labels };
  }
  const group = cursor.next();
  const include = cursor.peek().type === "(" ? parseLabels(cursor) : [];
  const { to } = cursor.last();
  const side = group.text === "group_left" ? "left" : "right";
  return { span: { from: keyword.from, to }, mode, labels, group: { span: { from: group.from, to }, side, include } };
}

function parseFill(cursor: Cursor): Fill {
  const { from } = cursor.peek();
  let fill: Pick<Fill, "left" | "right"> = {};
  while (cursor.atKeyword("fill", "fill_left", "fill_right")) {
    const keyword = cursor.next();
    const value = parseFillValue(cursor);
    const sides = keyword.text === "fill" ? ["left", "right"] : [keyword.text.slice("fill_".length)];
    if (value) for (const side of sides) fill = { ...fill, [side]: value };
    if (keyword.text === "fill") break;
  }
  return { span: { from, to: cursor.last().to }, ...fill };
}

function parseFillValue(cursor: Cursor): NumberLiteral | undefined {
  cursor.take("(");
  const sign = cursor.take("-") ?? cursor.take("+");
  const { type } = cursor.peek();
  const number = type === "number" || type === "duration" ? cursor.next() : undefined;
  if (!number) {
    cursor.report(cursor.peek(), expected("a number", cursor.peek(), "fill modifier", "number"));
    skipToClose(cursor);
  }
  if (!cursor.take(")")) cursor.report(cursor.peek(), expected("`)`", cursor.peek()));
  if (!number) return undefined;
  const span = { from: sign?.from ?? number.from, to: number.to };
  const value = (sign?.type === "-" ? -1 : 1) * (number.value ?? NaN);
  return { kind: "NumberLiteral", span, value, text: cursor.source(span), duration: number.type === "duration" };
}

/** Reads labels in parentheses; a comma may stand after the last. */
function parseLabels(cursor: Cursor, quiet = false): Token[] {
  const labels: Token[] = [];
  if (!cursor.take("(")) {
    const first = cursor.peek();
    const next = cursor.peek(1);
    if (first.type === "identifier" && isFiller(first.text) && next.type === "identifier") cursor.next();
    const listed = labelsAhead(cursor);
    if (!quiet) reportMissingParenthesis(cursor, first, listed);
    while (labels.length < listed) {
      labels.push(labelToken(cursor, cursor.next()));
      if (labels.length < listed) cursor.next();
    }
    return labels;
  }
  while (cursor.peek().type !== ")") {
    const lexeme = cursor.peek();
    if (!isLabel(lexeme)) {
      cursor.report(lexeme, expected("a label", lexeme, "grouping opts", "label"));
      skipToClose(cursor);
      break;
    }
    labels.push(labelToken(cursor, cursor.next()));
    if (cursor.peek().type === ")" || cursor.take(",")) continue;
    cursor.report(cursor.peek(), expected("`,` or `)`", cursor.peek(), "grouping opts", '"," or ")"'));
    skipToClose(cursor);
    break;
  }
  cursor.take(")");
  return labels;
}

/** How many labels come next without parentheses. Where a `)` or `,` follows, a comma may be that of arguments. */
function labelsAhead(cursor: Cursor): number {
  if (!isLabel(cursor.peek())) return 0;
  let count = 1;
  while (cursor.peek(2 * count - 1).type === "," && isLabel(cursor.peek(2 * count))) count += 1;
  const { type } = cursor.peek(2 * count - 1);
  return type === ")" || type === "," ? 1 : count;
}

function reportMissingParenthesis(cursor: Cursor, lexeme: Lexeme, listed: number): void {
  const words = expected("`(`", lexeme, "grouping opts", '"("');
  if (listed === 0) {
    cursor.report(lexeme, { ...words, help: "put the labels in parentheses: `by (job, instance)`" });
    return;
  }
  const { from } = lexeme;
  const { to } = cursor.peek(2 * listed - 2);
  const edits = [
    { from, to: cursor.peek().from, insert: "(" },
    { from: to, to, insert: ")" },
  ];
  const title = `Put the ${listed === 1 ? "label" : "labels"} in parentheses`;
  cursor.report(lexeme, { ...words, ...mending(title, edits) });
}

function isLabel({ type, text }: Lexeme): boolean {
  if (type === "keyword") return !neverLabels.has(text);
  return type === "identifier" || type === "metric-identifier" || type === "string" || type === "variable";
}

/** A keyword that serves as a label keeps its case. */
function labelToken(cursor: Cursor, lexeme: Lexeme): Token {
  return lexeme.type === "keyword" ? tokenOf(lexeme, cursor.source(lexeme)) : tokenOf(lexeme);
}

function skipToClose(cursor: Cursor): void {
  for (let depth = 0; cursor.peek().type !== "end"; cursor.next()) {
    const { type } = cursor.peek();
    if (type === "(") depth += 1;
    if (type === ")" && depth-- === 0) return;
  }
}
