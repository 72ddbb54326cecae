import { isAggregator, type AggregatorName } from "../../promql/aggregators.js";
import type { Expr, Grouping, Token } from "../ast.js";
import { tokenOf } from "../cursor.js";
import type { Lexeme } from "../lexeme.js";
import { argumentInGrouping } from "../mistakes/argument-in-grouping.js";
import { groupedCall } from "../mistakes/grouped-call.js";
import { expected } from "../mistakes/parse-problems.js";
import type { SplitName } from "../mistakes/split-names.js";
import { parseGrouping } from "./labels.js";
import { openArguments } from "./parentheses.js";
import type { Misnamed } from "./pending.js";
import { openPrefix, startsArgument } from "./prefix.js";
import type { Stacks } from "./stacks.js";

/** Opens a function whose name has been read; `(` comes next. */
export function openCall(stacks: Stacks, name: Lexeme, misnamed?: Misnamed): "operand" | "operator" {
  const { cursor } = stacks;
  cursor.next();
  const token = name.type === "keyword" ? tokenOf(name, cursor.source(name)) : tokenOf(name);
  return openArguments(stacks, { kind: "call", name: token, args: [], ...(misnamed && { misnamed }) });
}

/** Opens an aggregation whose name has been read, and the grouping where it is written `inWords`. */
export function openAggregation(stacks: Stacks, op: Token<AggregatorName>, inWords?: Grouping): "operand" | "operator" {
  const { cursor } = stacks;
  const argument = argumentInGrouping(cursor);
  if (argument) {
    cursor.report(argument.at, argument.words);
    stacks.open({ kind: "aggregation", op, grouping: argument.grouping, args: [] });
    return "operand";
  }
  const grouping = cursor.atKeyword("by", "without") ? parseGrouping(cursor, "before") : inWords;
  if (startsArgument(stacks)) return openPrefix(stacks, op, grouping ? { grouping } : {});
  if (cursor.take("(")) return openArguments(stacks, { kind: "aggregation", op, grouping, args: [] });
  const written = `${op.text}${grouping ? ` ${cursor.source(grouping.span)} ` : ""}`;
  cursor.report(cursor.peek(), {
    ...expected("`(` and what is aggregated", cursor.peek(), "aggregation"),
    help: `write it in parentheses: \`${written}(METRIC)\``,
  });
  return stacks.complete(undefined);
}

/** Opens `max over time(…)`, where the words of a name are apart; the first has been read. */
export function openSplitCall(stacks: Stacks, first: Lexeme, split: SplitName): "operand" | "operator" {
  const { name, at, lexemes, words, isChecked } = split;
  stacks.cursor.advance(lexemes);
  if (!isAggregator(name))
    return openCall(stacks, { ...first, ...at, type: "identifier", text: name }, { at, words, isChecked });
  stacks.report(at, words([]));
  return openAggregation(stacks, { text: name, span: at });
}

/** Opens `rate by (pod) (…)`; the name has been read. */
export function openGroupedCall(stacks: Stacks, name: Token): "operand" | "operator" {
  const { cursor } = stacks;
  const found = cursor.peek();
  const grouping = parseGrouping(cursor, "misplaced");
  const words = (args: readonly Expr[]) => groupedCall(cursor, { name, found, grouping, args });
  return openCall(stacks, { ...found, ...name.span, type: "identifier", text: name.text }, { at: found, words });
}
