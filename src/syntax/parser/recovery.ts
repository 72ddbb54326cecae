import { isAggregator } from "../../promql/aggregators.js";
import { foreignAggregation } from "../../promql/foreign-aggregations.js";
import { functionInfo } from "../../promql/functions.js";
import type { Expr, RangeSelector, Token } from "../ast.js";
import { isGrouping, startsOperand } from "../lexeme-kinds.js";
import type { Lexeme } from "../lexeme.js";
import { isMiscounted } from "../mistakes/aggregation-arguments.js";
import { isForeignWord, isRangeWord } from "../mistakes/foreign-words.js";
import { groupingBehind, groupingInside } from "../mistakes/misplaced-grouping.js";
import { rangeOfFunction } from "../mistakes/misplaced-range.js";
import { missingBefore } from "../mistakes/missing-operator.js";
import { operatorInWords } from "../mistakes/operators-in-words.js";
import { isPattern, matcherOutsideBraces } from "../mistakes/parse-problems.js";
import { rangeTaker } from "../mistakes/range-of-expression.js";
import { requestBefore } from "../mistakes/requests.js";
import { parseGrouping } from "./labels.js";
import { completeOperators, openBinary } from "./operators.js";
import { openArguments } from "./parentheses.js";
import type { Pending } from "./pending.js";
import { openPrefix } from "./prefix.js";
import type { Stacks } from "./stacks.js";

/**
 * Goes on as with what was meant, where that is plain: an operator in words, words that ask for a result, a function.
 * Nothing where it is not; then nothing has been read.
 */
export function resume(stacks: Stacks, lexeme: Lexeme): "operand" | "operator" | undefined {
  const { cursor, last } = stacks;
  const operator = operatorInWords(cursor);
  if (operator) {
    stacks.report(lexeme, operator.words);
    cursor.advance(operator.lexemes - 1);
    return openBinary(stacks, operator.op);
  }
  const request = requestBefore(cursor, last);
  if (request) {
    stacks.report(request.at, request.words);
    cursor.advance(request.lexemes);
    stacks.pop();
    return "operand";
  }
  return startsOperand(lexeme) && lexeme.type !== "{" && last ? resumeFunction(stacks, lexeme, last) : undefined;
}

/** A function that was taken for a metric: `average up`, `rate[5m](up)`. */
function resumeFunction(stacks: Stacks, lexeme: Lexeme, taken: Expr): "operand" | "operator" | undefined {
  const selector = taken.kind === "RangeSelector" ? taken.vector : taken;
  if (selector.kind !== "VectorSelector" || selector.braces || !selector.metric) return undefined;
  const { text, span } = selector.metric;
  if (taken.kind === "RangeSelector") return resumeRanged(stacks, lexeme, { text, span }, taken);
  const isWord = lexeme.type === "identifier" && (isRangeWord(lexeme.text) || isForeignWord(lexeme.text));
  const meant = foreignAggregation(text);
  if (meant === undefined || isWord || lexeme.type === "(") return undefined;
  stacks.pop();
  return openPrefix(stacks, { text: meant, span });
}

/** `rate[5m](up)`, `rate[5m] up`. */
function resumeRanged(
  stacks: Stacks,
  lexeme: Lexeme,
  name: Token,
  { brackets }: RangeSelector,
): "operand" | "operator" | undefined {
  const { cursor } = stacks;
  if (!isAggregator(name.text) && !functionInfo(name.text)) return undefined;
  stacks.pop();
  if (lexeme.type !== "(") return openPrefix(stacks, name, { brackets });
  cursor.next();
  const words = (args: readonly Expr[]) => rangeOfFunction(cursor, name, brackets, args, lexeme);
  return openArguments(stacks, { kind: "call", name, args: [], misnamed: { at: brackets, words } });
}

/** Reads what can follow no operand, and goes on behind it. */
export function readUnexpected(stacks: Stacks, lexeme: Lexeme): "operator" {
  const { cursor } = stacks;
  const { to } = cursor.last();
  completeOperators(stacks, Infinity);
  const isGroup = lexeme.type === "keyword" && lexeme.text === "group" && isGrouping(cursor.peek(1));
  if (isGrouping(lexeme) || isGroup) {
    readMisplacedGrouping(stacks, isGroup ? cursor.next() : lexeme, to);
    return "operator";
  }
  const { last: left } = stacks;
  const said = cursor.isSaid() || (lexeme.type === "(" && isMiscounted(cursor, left));
  const taker = takerOf(stacks.pending.at(-1));
  const words = isPattern(lexeme) ? matcherOutsideBraces(lexeme) : missingBefore(cursor, { left, taker });
  stacks.report(lexeme, words, said);
  stacks.skip();
  if (words.code === "range-of-expression" && left && rangeTaker(left)) {
    stacks.pop();
    stacks.push(undefined, 0);
  }
  return "operator";
}

/** The function or aggregation whose arguments are read, and how many have been. */
function takerOf(frame: Pending | undefined): { readonly name: Token; readonly args: number } | undefined {
  if (frame?.kind === "call") return { name: frame.name, args: frame.args.length };
  return frame?.kind === "aggregation" ? { name: frame.op, args: frame.args.length } : undefined;
}

/** Reads a grouping that stands elsewhere than before or behind the parentheses of its aggregation; its keyword comes next. */
export function readMisplacedGrouping(stacks: Stacks, found: Lexeme, from: number): void {
  const { cursor, pending } = stacks;
  const grouping = parseGrouping(cursor, "misplaced");
  const around = pending.findLast((open) => open.kind === "aggregation");
  const misplaced = { found, grouping, from };
  const words =
    around && !around.grouping
      ? groupingInside(cursor, misplaced, around.op.span)
      : groupingBehind(cursor, misplaced, stacks.last);
  if (!found.flawed) stacks.report(found, words);
  stacks.skip();
}
