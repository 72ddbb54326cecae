import { isAggregator } from "../../promql/aggregators.js";
import { functionInfo } from "../../promql/functions.js";
import { inOneLine } from "../../syntax/characters.js";
import type { Reading, Rejected } from "./habit.js";

const bracketed = /(?<![\w:])([A-Za-z_]\w*)(\[\s*([A-Za-z_:][\w:]*(?:\{[^{}[\]]*\})?\[[^[\]]*\])\s*\])/g;

/** A selector in the brackets of a word: `rate(counter[up[5m]])`. */
export function* selectorInBrackets({ text, code }: Rejected): Iterable<Reading> {
  for (const { 0: all, 1: word = "", 2: brackets = "", 3: inner = "", index } of code.matchAll(bracketed)) {
    if (functionInfo(word) || isAggregator(word)) continue;
    const to = index + all.length;
    const from = to - brackets.length + brackets.indexOf(inner);
    const insert = text.slice(from, from + inner.length);
    const said = inOneLine(insert);
    yield {
      at: { from: to - brackets.length, to },
      code: "bad-duration",
      message: `brackets hold a duration, and \`${said}\` is what is read`,
      meant: {
        title: `Write \`${said}\` alone`,
        safety: "suggestion",
        edits: [{ from: index, to, insert }],
        left: "as-well",
      },
    };
  }
}
