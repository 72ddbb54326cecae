import { isAggregator } from "../../promql/aggregators.js";
import { parameterCount } from "../../promql/parameters.js";
import type { Token } from "../ast.js";
import { binaryOperator, startsOperand } from "../lexeme-kinds.js";
import { isFiller, isForeignWord } from "../mistakes/foreign-words.js";
import { missingParentheses, rangeReader, type Unparenthesised } from "../mistakes/missing-parentheses.js";
import { timeAhead } from "../mistakes/time-in-words.js";
import { aggregationOf } from "./aggregation-of.js";
import { parseGrouping } from "./labels.js";
import { depthOver, type Prefix } from "./pending.js";
import { startsPostfix } from "./postfix.js";
import type { Stacks } from "./stacks.js";

/** Whether what comes next can only be an argument whose parentheses are missing: `up` in `sum up`. */
export function startsArgument({ cursor }: Stacks): boolean {
  const next = cursor.peek();
  if (next.type === "(" || next.type === "{" || !startsOperand(next)) return false;
  if (next.type === "identifier" && isForeignWord(next.text) && startsOperand(cursor.peek(1))) return false;
  return !binaryOperator(next) && !startsPostfix(cursor) && !cursor.atKeyword("by", "without");
}

/** Opens a function or aggregation that stands before its arguments without parentheses; its name is read. */
export function openPrefix(
  stacks: Stacks,
  name: Token,
  more: Pick<Unparenthesised, "grouping" | "brackets"> = {},
): "operand" {
  const { cursor } = stacks;
  stacks.open({ kind: "prefix", name, found: cursor.peek(), params: [], ...more });
  while (cursor.peek().type === "identifier" && isFiller(cursor.peek().text) && startsOperand(cursor.peek(1)))
    cursor.next();
  return "operand";
}

/** Reads on behind an argument: a grouping, the length of a time, or a further argument. Nothing where none comes. */
export function continuePrefix(stacks: Stacks, prefix: Prefix): "operand" | "operator" | undefined {
  return readGrouping(stacks, prefix) ?? readTime(stacks, prefix) ?? readFurther(stacks, prefix);
}

/** `by (…)`; where it belongs to the aggregation around, this one ends. */
function readGrouping(stacks: Stacks, prefix: Prefix): "operator" | undefined {
  const { cursor, pending } = stacks;
  if (!cursor.atKeyword("by", "without")) return undefined;
  if (isAggregator(prefix.name.text) && !prefix.grouping) {
    pending.pop();
    pending.push({ ...prefix, grouping: parseGrouping(cursor, "after") });
    return "operator";
  }
  if (pending.at(-2)?.kind !== "prefix") return undefined;
  pending.pop();
  completePrefix(stacks, prefix);
  return "operator";
}

/** `over 1h` in `max up over 1h`. */
function readTime({ cursor, pending, last }: Stacks, prefix: Prefix): "operator" | undefined {
  const { name, grouping, time: known, brackets } = prefix;
  if (last?.kind !== "VectorSelector" || known || brackets || grouping || !rangeReader(name.text)) return undefined;
  const time = timeAhead(cursor);
  if (!time || time.ago) return undefined;
  cursor.advance(time.lexemes);
  pending.pop();
  pending.push({ ...prefix, time: { from: last.span.to, to: time.to, duration: time.duration } });
  return "operator";
}

/** `up` in `topk 5 up`. */
function readFurther({ cursor, pending, operands, last }: Stacks, prefix: Prefix): "operand" | undefined {
  const { name, params } = prefix;
  const operand = operands.at(-1);
  const isLiteral = last?.kind === "NumberLiteral" || last?.kind === "StringLiteral";
  if (!operand || !isLiteral || !startsOperand(cursor.peek())) return undefined;
  if (params.length + 1 >= parameterCount(name.text)) return undefined;
  operands.pop();
  pending.pop();
  pending.push({ ...prefix, params: [...params, operand] });
  return "operand";
}

/** Puts it together, and says what is missing. */
export function completePrefix(stacks: Stacks, prefix: Prefix): void {
  const { cursor } = stacks;
  const { name, found, grouping, brackets, params } = prefix;
  const operands = [...params, stacks.pop()];
  const args = operands.flatMap(({ expr }) => expr ?? []);
  const depth = depthOver(operands);
  const words = missingParentheses(cursor, prefix, args);
  const inside = grouping?.position === "before" || stacks.isInAggregation() ? " in aggregation" : "";
  const { from, to } = brackets ?? found;
  cursor.add({ severity: "error", at: { from, to }, ...words, prometheus: words.prometheus + inside });
  const span = { from: name.span.from, to: cursor.last().to };
  if (!isAggregator(name.text)) return stacks.push({ kind: "Call", span, name, args }, depth);
  stacks.push(aggregationOf({ ...name, text: name.text }, args, grouping, span), depth);
}
