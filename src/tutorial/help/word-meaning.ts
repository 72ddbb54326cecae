import { isFunction } from "../../analysis/explain-functions.js";
import { namedType } from "../../analysis/selectors.js";
import type { Metrics } from "../../metrics/metrics.js";
import { isCumulative } from "../../metrics/series-type.js";
import { isAggregator } from "../../promql/aggregators.js";
import { functionInfo, type FunctionName } from "../../promql/functions.js";
import { keywords } from "../../promql/keywords.js";
import { numberInWords } from "../../promql/number-words.js";
import { termMeaning } from "./terms.js";

/** The metrics that may serve as an example, and what is known of them. */
export interface ExampleMetrics {
  readonly names: readonly string[];
  readonly metrics: Metrics;
}

/** What a word of PromQL or of its field is, and how it is written, here with a metric of its kind; nothing where it is none. */
export function wordMeaning(word: string, examples: ExampleMetrics): string | undefined {
  const lower = word.toLowerCase();
  if (isFunction(lower)) return `it is a function; ${functionUse(lower, examples)}`;
  if (isAggregator(lower))
    return `it is an aggregation, which makes one series of many; write it with what it reads in parentheses: \`${lower}(…)\``;
  if (lower === "now") return "the present time is written `time()`";
  if (lower === "true" || lower === "false") return "there are no truth values: 1 stands for true, and 0 for false";
  const number = numberInWords(lower);
  if (number !== undefined) return `a number is written in digits: \`${number}\``;
  if (keywords.has(lower)) return "it is a word of PromQL that needs others around it";
  const meaning = termMeaning(lower);
  if (meaning === undefined) return undefined;
  const example = lower === "counter" || lower === "gauge" ? exampleOf(lower, examples) : undefined;
  return `the word means ${meaning}${example === undefined ? "" : `; \`${example}\` is one`}`;
}

function functionUse(name: FunctionName, examples: ExampleMetrics): string {
  const { args = [], wants } = functionInfo(name) ?? {};
  if (args.length === 0) return `write it with empty parentheses: \`${name}()\``;
  if (args.length > 1) return `write it with what it reads in parentheses: \`${name}(…)\``;
  const kind = wants ?? (name.endsWith("_over_time") ? "gauge" : undefined);
  const metric = kind === undefined ? examples.names[0] : exampleOf(kind, examples);
  if (args[0] !== "matrix") return `write it with what it reads in parentheses: \`${name}(${metric ?? "…"})\``;
  const what = kind === undefined ? "a metric" : `a ${kind}`;
  return `write it with ${what} and a range in parentheses: \`${name}(${metric ?? "…"}[5m])\`, with a duration such as \`5m\` in the brackets`;
}

/** A metric of such a type. What ends in `_info` is a gauge by its type only. */
function exampleOf(kind: "counter" | "gauge", { names, metrics }: ExampleMetrics): string | undefined {
  return names.find((name) => {
    const type = namedType(name, metrics);
    return kind === "counter"
      ? isCumulative(type)
      : type.type === "gauge" && !isCumulative(type) && !name.endsWith("_info");
  });
}
