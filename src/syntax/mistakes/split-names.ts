import { aggregatorNames, isAggregator } from "../../promql/aggregators.js";
import { functionInfo, functionNames } from "../../promql/functions.js";
import type { Expr } from "../ast.js";
import type { Cursor } from "../cursor.js";
import type { Lexeme } from "../lexeme.js";
import type { Span } from "../problem.js";
import { mending } from "./mending.js";
import { inGoWords, type Words } from "./parse-problems.js";

/** The name of a function whose words are apart: `max over time(up[1h])`, `max-over-time(up[1h])`. */
export interface SplitName {
  readonly name: string;
  readonly at: Span;
  /** How many lexemes it takes behind the first one. */
  readonly lexemes: number;
  readonly words: (args: readonly Expr[]) => Words;
  /** Whether Prometheus reads it as a difference, and rejects that. */
  readonly isChecked: boolean;
}

/** Reads ahead behind the first word `first`; nothing where the words have a meaning of their own in Prometheus. */
export function splitName(cursor: Cursor, first: Lexeme): SplitName | undefined {
  const mark = cursor.peek().type === "-" ? "-" : "";
  let name = first.text;
  let end: Lexeme = first;
  for (let lexemes = 0, parts = 1; parts === 1 || parts < wordsOfLongest();) {
    const word = cursor.peek(lexemes + mark.length);
    const isJoined = mark === "" || (cursor.peek(lexemes).type === "-" && word.from === end.to + 1);
    if (!isJoined || (word.type !== "identifier" && word.type !== "keyword")) return undefined;
    name += `_${word.text}`;
    end = word;
    parts += 1;
    lexemes += mark.length + 1;
    if (cursor.peek(lexemes).type !== "(") continue;
    const isKnown = functionInfo(name) !== undefined || isAggregator(name);
    if (!isKnown || (mark === "-" && isMeant(cursor, word, lexemes))) return undefined;
    const at = { from: first.from, to: end.to };
    const found = cursor.peek();
    const last = word.text;
    return {
      name,
      at,
      lexemes,
      isChecked: mark === "-",
      words: (args) => ({
        code: "unknown-function",
        message: `the words of \`${name}\` are joined with \`_\``,
        ...mending(`Use \`${name}\``, [{ ...at, insert: name }]),
        prometheus: mark === "" ? `unexpected ${inGoWords(found)}` : goFunction(last, args.length),
      }),
    };
  }
  return undefined;
}

let mostWords: number | undefined;

/** How many words the longest name of a function or an aggregation has. */
function wordsOfLongest(): number {
  return (mostWords ??= Math.max(...[...functionNames, ...aggregatorNames].map((name) => name.split("_").length)));
}

/** Whether Prometheus takes `a-b(…)` for a difference: the last word is a function or an aggregation. */
function isMeant(cursor: Cursor, last: Lexeme, lexemes: number): boolean {
  if (last.text === "time") return cursor.peek(lexemes + 1).type === ")";
  return isAggregator(last.text) || functionInfo(last.text) !== undefined;
}

function goFunction(name: string, got: number): string {
  return name === "time"
    ? `expected 0 argument(s) in call to "time", got ${got}`
    : `unknown function with name ${JSON.stringify(name)}`;
}
