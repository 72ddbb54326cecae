import { isAggregator, type AggregatorName } from "../../promql/aggregators.js";
import { functionInfo } from "../../promql/functions.js";
import { functionKeywords, neverMetricNames } from "../../promql/keywords.js";
import type { Expr, Token } from "../ast.js";
import { tokenOf, type Cursor } from "../cursor.js";
import { binaryOperator, isGrouping } from "../lexeme-kinds.js";
import type { Lexeme } from "../lexeme.js";
import { startsGroupedCall } from "../mistakes/grouped-call.js";
import { readGroupingInWords } from "../mistakes/grouping-in-words.js";
import { matchersInParentheses, startsMatcher } from "../mistakes/misplaced-matchers.js";
import { missingOperand } from "../mistakes/missing-operand.js";
import { isPattern, matcherOutsideBraces } from "../mistakes/parse-problems.js";
import { splitName } from "../mistakes/split-names.js";
import { openAggregation, openCall, openGroupedCall, openSplitCall } from "./calls.js";
import { openPrefix, startsArgument } from "./prefix.js";
import { readMisplacedGrouping } from "./recovery.js";
import { parseSelector } from "./selector.js";
import type { Stacks } from "./stacks.js";

/** Reads the beginning of an operand: a sign, a parenthesis, a function, or the whole of a number, string or selector. */
export function readOperand(stacks: Stacks): "operand" | "operator" {
  const { cursor } = stacks;
  const lexeme = cursor.peek();
  const type: string = lexeme.type;
  switch (type) {
    case "+":
    case "-":
      stacks.open({ kind: "unary", op: tokenOf(cursor.next(), type) });
      return "operand";
    case "(":
      stacks.open({ kind: "paren", from: cursor.next().from });
      return "operand";
    case "number":
    case "duration":
    case "string":
      return stacks.complete(literal(cursor, cursor.next()));
    case "identifier":
      return readName(stacks, cursor.next());
    case "metric-identifier":
    case "variable":
      cursor.next();
      if (lexeme.variable && cursor.peek().type === "(") return openCall(stacks, lexeme);
      return stacks.complete(parseSelector(cursor, lexeme));
    case "{":
      return stacks.complete(parseSelector(cursor, undefined));
    case "keyword":
      return readKeyword(stacks, lexeme);
    default:
      return readMissing(stacks, lexeme);
  }
}

function literal(cursor: Cursor, { type, from, to, text, value = NaN }: Lexeme): Expr {
  const span = { from, to };
  if (type === "string") return { kind: "StringLiteral", span, value: text, text: cursor.source(span) };
  return { kind: "NumberLiteral", span, value, text, duration: type === "duration" };
}

/** A metric or a function. */
function readName(stacks: Stacks, name: Lexeme): "operand" | "operator" {
  const { cursor } = stacks;
  const split = splitName(cursor, name);
  if (split) return openSplitCall(stacks, name, split);
  const isFunction = functionInfo(name.text) !== undefined;
  if (isFunction && startsGroupedCall(cursor)) return openGroupedCall(stacks, tokenOf(name));
  if (isFunction && startsArgument(stacks)) return openPrefix(stacks, tokenOf(name));
  if (cursor.peek().type !== "(") return stacks.complete(parseSelector(cursor, name));
  if (isFunction || !startsMatcher(cursor, 1)) return openCall(stacks, name);
  const { at, words } = matchersInParentheses(cursor);
  stacks.report(at, words);
  const span = { from: name.from, to: cursor.last().to };
  return stacks.complete({ kind: "VectorSelector", span, metric: tokenOf(name), matchers: [] });
}

/** An aggregation, or a function or metric that is called like a keyword. */
function readKeyword(stacks: Stacks, keyword: Lexeme): "operand" | "operator" {
  const { cursor, pending } = stacks;
  const { text } = keyword;
  const isCalled = cursor.peek(1).type === "(";
  if (isAggregator(text)) {
    const op = tokenOf(cursor.next(), text);
    return isCalled || isGrouping(cursor.peek()) ? openAggregation(stacks, op) : readAggregator(stacks, keyword, op);
  }
  if (isCalled && functionKeywords.has(text)) return openCall(stacks, cursor.next());
  if (neverMetricNames.has(text)) return readMissing(stacks, keyword);
  if (isCalled && isGrouping(keyword) && pending.at(-1)?.kind === "aggregation") {
    readMisplacedGrouping(stacks, keyword, cursor.last().from);
    return stacks.complete(undefined);
  }
  return stacks.complete(parseSelector(cursor, cursor.next()));
}

/** The name of an aggregation without parentheses behind it: it may be a metric. */
function readAggregator(stacks: Stacks, name: Lexeme, op: Token<AggregatorName>): "operand" | "operator" {
  const { cursor } = stacks;
  const split = splitName(cursor, name);
  if (split) return openSplitCall(stacks, name, split);
  const inWords = readGroupingInWords(cursor);
  if (inWords) {
    stacks.report(inWords.at, inWords.words);
    return openAggregation(stacks, op, inWords.grouping);
  }
  return startsArgument(stacks) ? openPrefix(stacks, op) : stacks.complete(parseSelector(cursor, name));
}

/** Something else stands where an operand belongs. */
function readMissing(stacks: Stacks, found: Lexeme): "operator" {
  if (isPattern(found)) stacks.report(found, matcherOutsideBraces(found));
  else if (!stacks.operandMissing) reportMissing(stacks);
  const joins = found.type === ")" || found.type === "," || found.type === "end" || binaryOperator(found);
  if (!joins) stacks.skip();
  return stacks.complete(undefined);
}

function reportMissing(stacks: Stacks): void {
  const { cursor, pending } = stacks;
  const top = pending.at(-1);
  const { at, words } = missingOperand(cursor, {
    args: top && "args" in top ? top.args.map(({ expr }) => expr) : undefined,
    isCompared: top?.kind === "binary",
  });
  if (words.code === "trailing-comma") cursor.report(at, words);
  else stacks.report(at, words);
}
