import { isAggregator } from "../../promql/aggregators.js";
import { functionInfo } from "../../promql/functions.js";
import type { Lexeme } from "../lexeme.js";
import { mending } from "./mending.js";
import type { MethodCall } from "./method-calls.js";

const name = /\.[ \t]*([A-Za-z_]\w*)([ \t]*\()?/y;
/** What is not closed within so many characters is not looked at. */
const longest = 1000;

/** A dot between a function and what it reads: `rate.up`, `sum.rate(up[5m])`; `from` is that of the dot. */
export function fieldOfFunction(text: string, from: number, lexemes: readonly Lexeme[]): MethodCall | undefined {
  const taker = lexemes.at(-1);
  if (!taker || taker.to !== from || !(isAggregator(taker.text) || functionInfo(taker.text))) return undefined;
  name.lastIndex = from;
  const [all = "", first = "", open] = name.exec(text) ?? [];
  const to = open === undefined ? from + all.length : closeOf(text, from + all.length);
  if (all === "" || to === undefined) return undefined;
  const read = text.slice(from + all.indexOf(first), to);
  const isRangeMissing = functionInfo(taker.text)?.args.includes("matrix") && open === undefined;
  const isFollowed = /^[[{]/.test(text.slice(to));
  const insert = `(${read}${isRangeMissing ? "[5m]" : ""})`;
  const safety = isRangeMissing ? "suggestion" : "safe";
  return {
    at: { from, to: from + 1 },
    words: {
      code: "unexpected-character",
      message: `\`${taker.text}\` is ${isAggregator(taker.text) ? "an aggregation" : "a function"}: what it reads stands in parentheses`,
      ...(isFollowed
        ? { help: `write \`${taker.text}(…)\`` }
        : mending(
            isRangeMissing ? "Add the parentheses, and a range" : "Add the parentheses",
            [{ from, to, insert }],
            safety,
          )),
      prometheus: "unexpected character: '.'",
    },
    to,
  };
}

/** Where the parenthesis is closed that ends at `from`. */
function closeOf(text: string, from: number): number | undefined {
  let depth = 1;
  for (let at = from; at < Math.min(text.length, from + longest); at++) {
    const char = text.charAt(at);
    if (char === "(") depth += 1;
    if (char === ")") depth -= 1;
    if (depth === 0) return at + 1;
  }
  return undefined;
}
