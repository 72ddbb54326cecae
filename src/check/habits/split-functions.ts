import { isAggregator } from "../../promql/aggregators.js";
import { functionInfo } from "../../promql/functions.js";
import { isFiller } from "../../syntax/mistakes/foreign-words.js";
import type { Reading, Rejected } from "./habit.js";

const words = /(?<![\w:.])[A-Za-z]\w*(?:[ \t]+[A-Za-z]\w*)+/g;
const mostWords = 5;

/** The words of a function apart, before what is not in parentheses either: `max over time up[1h]`. */
export function* splitFunctions({ code }: Rejected): Iterable<Reading> {
  for (const { 0: all, index } of code.matchAll(words)) {
    const parts = [...all.matchAll(/\w+/g)].map(({ 0: word, index: start }) => ({
      word: word.toLowerCase(),
      from: index + start,
      to: index + start + word.length,
    }));
    const found = firstFunction(parts);
    if (!found) continue;
    const { name, from, to } = found;
    yield {
      at: { from, to },
      code: "unknown-function",
      message: `the words of \`${name}\` are joined with \`_\``,
      meant: { title: `Use \`${name}\``, edits: [{ from, to, insert: name }], left: "alone" },
    };
  }
}

interface Word {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/** The first words that are the name of a function together, as many as can be. */
function firstFunction(parts: readonly Word[]): { name: string; from: number; to: number } | undefined {
  for (const [k, first] of parts.entries()) {
    for (const last of parts.slice(k + 1, k + mostWords).toReversed()) {
      if (isFiller(last.word)) continue;
      const name = parts
        .slice(k, parts.indexOf(last) + 1)
        .map(({ word }) => word)
        .join("_");
      if (functionInfo(name) || isAggregator(name)) return { name, from: first.from, to: last.to };
    }
  }
  return undefined;
}
