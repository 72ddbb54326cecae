import { aggregatorInfo, isAggregator } from "../../promql/aggregators.js";
import { functionInfo } from "../../promql/functions.js";
import { rangeReader } from "../../syntax/mistakes/missing-parentheses.js";
import type { Reading, Rejected } from "./habit.js";

const selector = String.raw`[A-Za-z_:][\w:]*(?:\{[^{}]*\})?(?:\[[^[\]]*\])?`;
const call = new RegExp(
  String.raw`(?<![\w:.])([A-Za-z_]\w*)(?:\s*\(\s*\[?(\d+[a-z]+)?\]?\s*\)|\s+(\d+[a-z]+))\s*(?:\(\s*(${selector})\s*\)|(${selector}))(?![\w({[])`,
  "g",
);

/** What a function reads behind its parentheses: `rate() up`, `max_over_time(1h)(up)`, `max_over_time 1h up`. */
export function* argumentsOutside({ text, code }: Rejected): Iterable<Reading> {
  for (const found of code.matchAll(call)) {
    const [all, name = "", inside, spaced, parenthesised, bare = ""] = found;
    const read = parenthesised ?? bare;
    const from = found.index + all.lastIndexOf(read);
    const written = text.slice(from, from + read.length);
    const lower = name.toLowerCase();
    const range = inside ?? spaced;
    const taker = range === undefined ? lower : rangeReader(lower);
    if (taker === undefined || !(functionInfo(taker) || isAggregator(taker))) continue;
    if (isAggregator(taker) && aggregatorInfo(taker).param) continue;
    const isSelf = taker === name || taker === lower;
    const base = {
      at: { from: found.index, to: found.index + name.length },
      code: "missing-parentheses",
      message: `\`${isSelf ? name : taker}\` reads what stands in its parentheses`,
    };
    const at = { from: found.index, to: found.index + all.length };
    const ranged = range === undefined ? written : `${written}[${range}]`;
    yield {
      ...base,
      meant: { title: "Put it into the parentheses", edits: [{ ...at, insert: `${taker}(${ranged})` }] },
    };
    if (range === undefined)
      yield {
        ...base,
        meant: {
          title: "Put it into the parentheses, with a range",
          safety: "suggestion",
          edits: [{ ...at, insert: `${taker}(${written}[5m])` }],
        },
      };
  }
}
