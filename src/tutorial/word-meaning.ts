import { isFunction } from "../analysis/explain-functions.js";
import { isAggregator } from "../promql/aggregators.js";
import { functionInfo, type FunctionName } from "../promql/functions.js";
import { keywords } from "../promql/keywords.js";

/** What a word of PromQL is, and how it is written, here with a metric; nothing where it is none. */
export function wordMeaning(word: string, metric = "up"): string | undefined {
  const lower = word.toLowerCase();
  if (isFunction(lower)) return `it is a function; ${functionUse(lower, metric)}`;
  if (isAggregator(lower))
    return `it is an aggregation, which makes one series of many; write it with what it reads in parentheses: \`${lower}(…)\``;
  if (lower === "counter" || lower === "gauge")
    return `the word stands for the name of a ${lower}, such as \`${metric}\``;
  return keywords.has(lower) ? "it is a word of PromQL that needs others around it" : undefined;
}

function functionUse(name: FunctionName, metric: string): string {
  const args = functionInfo(name)?.args ?? [];
  if (args.length === 0) return `write it with empty parentheses: \`${name}()\``;
  if (args.length > 1) return `write it with what it reads in parentheses: \`${name}(…)\``;
  return args[0] === "matrix"
    ? `write it with a metric and a range in parentheses: \`${name}(${metric}[…])\`, with a duration such as \`5m\` in the brackets`
    : `write it with what it reads in parentheses: \`${name}(${metric})\``;
}
