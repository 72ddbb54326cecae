import { isAggregator } from "../../promql/aggregators.js";
import { functionInfo } from "../../promql/functions.js";
import { parameterCount } from "../../promql/parameters.js";
import { nearest } from "../../promql/spelling.js";
import type { Aggregation, Expr, Token, VectorSelector } from "../ast.js";
import { inOneLine } from "../characters.js";
import type { Cursor } from "../cursor.js";
import { startsOperand } from "../lexeme-kinds.js";
import type { Lexeme } from "../lexeme.js";
import { parseSelector } from "../parser/selector.js";
import type { Problem } from "../problem.js";
import {
  foreignWordHelp,
  isConditionWord,
  isFiller,
  isForeignWord,
  isRangeWord,
  type OwnWords,
} from "./foreign-words.js";
import { functionBehind } from "./function-behind.js";
import { groupingInWordsBehind } from "./grouping-in-words.js";
import { joinedSelectors } from "./joined-selectors.js";
import { mending } from "./mending.js";
import { bracesBehind, matcherBehind, onlySelector, startsMatcher } from "./misplaced-matchers.js";
import { rangeBehind, timeInFront, timeTaker, timeWordBehind } from "./misplaced-range.js";
import * as say from "./parse-problems.js";
import { secondParentheses } from "./second-parentheses.js";
import { timeAhead } from "./time-in-words.js";
import { wordsBehind } from "./words-behind.js";

/** Where an operand follows another one. */
export interface Gap {
  readonly left: Expr | undefined;
  /** The function or aggregation around it, and how many arguments it has before this one. */
  readonly taker: { readonly name: Token; readonly args: number } | undefined;
}

/** What is said of an operand that follows another one; it comes next, and what is understood of it is read. */
export function missingBefore(cursor: Cursor, { left, taker }: Gap): say.Words {
  const found = cursor.peek();
  if (found.type === "{") return bracesBehind(cursor, left);
  if (startsMatcher(cursor, 0)) return matcherBehind(cursor, 0, left);
  if (isConditionWord(found.text) && startsMatcher(cursor, 1)) return matcherBehind(cursor, 1, left);
  const front = left && timeInFront(cursor, left);
  if (front) return front;
  const time = left && timeTaker(left) ? timeAhead(cursor) : undefined;
  if (left && time) return rangeBehind(cursor, left, time, taker?.args === 0 ? taker.name : undefined);
  if (left && found.text === "for") {
    const length = timeAhead(cursor);
    const edits = [{ from: left.span.to, to: length?.to ?? found.to, insert: "" }];
    const words = mending("Leave it out: how long a condition holds is the `for` of an alerting rule", edits);
    if (length) return { ...say.missingOperator(found), ...words };
  }
  const meantFor = left && (functionBehind(cursor, left) ?? groupingInWordsBehind(cursor, left));
  if (meantFor) return meantFor;
  const known = timeWordBehind(cursor, left) ?? foreignWord(cursor, found, left);
  if (known) return known;
  const meant = misspelt(found, joiningWords(cursor, left));
  if (meant !== undefined) return say.misspeltKeyword(found, meant);
  if (!startsOperand(found)) return say.expected("an operator or the end", found);
  if (taker && taker.args + 1 < parameterCount(taker.name.text))
    return say.missingArgumentComma(found, taker.name.text, cursor.last().to);
  const second = left?.kind === "Aggregation" ? secondParentheses(cursor, left, argumentsOf(left)) : undefined;
  const words = left && wordsBehind(cursor, left);
  if (words) return words;
  if (second)
    return { ...say.missingOperator(found), message: "an aggregation has one pair of parentheses", ...second };
  return {
    ...say.missingOperator(found),
    ...(left && (besides(cursor, left) ?? nextTo(cursor, left, found))),
  };
}

/** A name behind braces of its own, as in `{job="api"} up`, or behind another name: a metric whose name has a space. */
function nextTo(cursor: Cursor, left: Expr, found: Lexeme): Mending | undefined {
  if (left.kind !== "VectorSelector" || left.offset || left.at || found.type !== "identifier") return undefined;
  const after = cursor.peek(1).type;
  if (after === "(" || after === "{") return undefined;
  if (left.metric) {
    if (isFiller(left.metric.text) || isFiller(found.text)) return undefined;
    const name = inOneLine(`${left.metric.text}_${found.text}`);
    const help = `write a name without spaces, such as \`${name}\`, or join two with an operator such as \`or\`, \`+\` or \`/\``;
    return left.braces || after === "[" ? undefined : { help };
  }
  const edits = [
    { from: left.span.from, to: left.span.from, insert: found.text },
    { from: left.span.to, to: found.to, insert: "" },
  ];
  return mending("Write the metric before its braces", edits);
}

/** The keyword that a word is but for a letter; words of plain English are none. */
function misspelt({ type, text }: Lexeme, keywords: readonly string[]): string | undefined {
  if (type !== "identifier" || text.length < 3 || isRangeWord(text) || isFiller(text)) return undefined;
  const [meant, other] = nearest(text, keywords);
  return other === undefined && meant !== undefined && Math.abs(meant.length - text.length) < 2 ? meant : undefined;
}

type Mending = Pick<Problem, "help" | "fixes">;

/** A selector that follows another one of the same metric, behind a comma or behind nothing. */
export function besides(cursor: Cursor, left: Expr): Mending | undefined {
  if (left.kind !== "VectorSelector" || !left.metric) return undefined;
  const selectors: VectorSelector[] = [left];
  while (
    cursor.peek().type === "identifier" &&
    cursor.peek().text === left.metric.text &&
    cursor.peek(1).type !== "("
  ) {
    selectors.push(parseSelector(cursor, cursor.next()));
    if (cursor.peek().type === "," && cursor.peek(1).text === left.metric.text) cursor.next();
  }
  const to = selectors.at(-1)?.span.to ?? left.span.to;
  return joinedSelectors(cursor.text, selectors, { from: left.span.from, to });
}

function argumentsOf({ param, expr }: Aggregation): readonly Expr[] {
  return param ? [param, expr] : [expr];
}

/** The keywords that may stand here: between two operands, and behind an aggregation or a selector. */
function joiningWords(cursor: Cursor, left: Expr | undefined): readonly string[] {
  const next = cursor.peek(1);
  if (left?.kind === "Aggregation" && !left.grouping && next.type === "(")
    return ["by", "without", "and", "or", "unless"];
  if (next.type === "duration") return ["offset"];
  return startsOperand(next) ? ["and", "or", "unless"] : [];
}

function foreignWord(cursor: Cursor, found: Lexeme, left: Expr | undefined): say.Words | undefined {
  const before = left?.kind === "VectorSelector" && !left.braces ? left.metric?.text : undefined;
  const next = cursor.peek(1);
  const isName = before !== undefined && (isAggregator(before) || functionInfo(before) !== undefined);
  const phrase = `${found.text.toLowerCase()} ${next.text}`;
  const word = isForeignWord(phrase) ? phrase : found.text;
  const behind = foreignWordHelp(word, ownWords(cursor, isName ? undefined : left, next));
  if (behind !== undefined) return say.foreignWord(found, found.text, behind);
  const help = before === undefined ? undefined : foreignWordHelp(before, ownWords(cursor, undefined, found));
  return before === undefined || help === undefined ? undefined : say.foreignWord(found, before, help);
}

/** The words of the query that an example is made of: the expression before a foreign word, or the one behind it. */
function ownWords(cursor: Cursor, left: Expr | undefined, behind: Lexeme): OwnWords {
  const grouped = left?.kind === "Aggregation" && !left.grouping;
  const expr = grouped ? left.expr : left;
  const word = behind.type === "identifier" ? behind.text : undefined;
  const metric = (left ? onlySelector([left])?.metric?.text : word) ?? "x";
  return {
    expr: inOneLine(expr ? cursor.source(expr.span) : metric),
    metric: inOneLine(metric),
    label: inOneLine(word ?? "pod"),
    next: inOneLine(word ?? metric),
    aggregation: grouped ? left.op.text : "sum",
  };
}
