import { isFunction } from "../../analysis/explain/functions.js";
import { namedType } from "../../analysis/selectors.js";
import type { Metrics } from "../../metrics/metrics.js";
import { isCumulative } from "../../metrics/series-type.js";
import { aggregatorNames, isAggregator } from "../../promql/aggregators.js";
import { functionInfo, type FunctionName, functionNames } from "../../promql/functions.js";
import { keywords } from "../../promql/keywords.js";
import { numberInWords } from "../../promql/number-words.js";
import { isAlike } from "../../promql/spelling.js";
import { parse } from "../../syntax/parse.js";
import { printRange } from "../../syntax/print.js";
import { nodesOf } from "../../syntax/walk.js";
import type { Exercise } from "../lesson.js";
import { exerciseMetrics } from "./exercise-metrics.js";
import { notationMeaning, signNames } from "./notation.js";
import { termMeaning, termNames } from "./terms.js";

/** The metrics that may serve as an example, and what is known of them. */
export interface ExampleMetrics {
  readonly names: readonly string[];
  readonly metrics: Metrics;
  /** A range for them, `5m` if it is not given. */
  readonly range?: string;
}

/** The metrics that the queries of an exercise read, and the range that its answer has. */
export function examplesOf(exercise: Pick<Exercise, "start" | "answer">, metrics: Metrics): ExampleMetrics {
  const { expr } = parse(exercise.answer);
  const [range] = expr ? nodesOf(expr, "RangeSelector") : [];
  return { names: exerciseMetrics(exercise), metrics, ...(range && { range: printRange(range.range) }) };
}

/**
 * What a word of PromQL or of its field is, or a sign, and how it is written, here with a metric of its kind; nothing where it is
 * none. The meaning of a word of the field comes first.
 */
export function wordMeaning(word: string, examples: ExampleMetrics): string | undefined {
  const lower = word.toLowerCase();
  const [term, operation] = [termWords(lower, examples), operationWords(lower, examples)];
  if (term === undefined || operation === undefined) return term ?? operation ?? otherWords(lower);
  // Few know the functions that are experimental, such as `range()`.
  return functionInfo(lower)?.experimental ? term : `${term}. Besides, ${operation}`;
}

function termWords(lower: string, examples: ExampleMetrics): string | undefined {
  const meaning = termMeaning(lower);
  if (meaning === undefined) return undefined;
  const example = lower === "counter" || lower === "gauge" ? exampleOf(lower, examples) : undefined;
  return `the word means ${meaning}${example === undefined ? "" : `; \`${example}\` is one`}`;
}

function operationWords(lower: string, examples: ExampleMetrics): string | undefined {
  if (isFunction(lower)) return `it is a function; ${functionUse(lower, examples)}`;
  if (!isAggregator(lower)) return undefined;
  return `it is an aggregation, which makes one series of many; write it with what it reads in parentheses: \`${lower}(…)\``;
}

function otherWords(lower: string): string | undefined {
  if (lower === "now") return "the present time is written `time()`";
  if (lower === "true" || lower === "false") return "there are no truth values: 1 stands for true, and 0 for false";
  const number = numberInWords(lower);
  if (number !== undefined) return `a number is written in digits: \`${number}\``;
  const notation = notationMeaning(lower);
  if (notation !== undefined) return `\`${lower}\`: ${notation}`;
  return keywords.has(lower) ? "it is a word of PromQL that needs others around it" : undefined;
}

/** The word of PromQL or of its field that was probably meant by one that is none. */
export function wordMeant(word: string): string | undefined {
  return [...termNames, ...signNames, ...functionNames, ...aggregatorNames].find((name) => isAlike(word, name));
}

function functionUse(name: FunctionName, examples: ExampleMetrics): string {
  const { args = [], wants } = functionInfo(name) ?? {};
  const { range = "5m" } = examples;
  if (args.length === 0) return `write it with empty parentheses: \`${name}()\``;
  if (args.length > 1) return `write it with what it reads in parentheses: \`${name}(…)\``;
  const kind = wants ?? (name.endsWith("_over_time") ? "gauge" : undefined);
  const metric = kind === undefined ? examples.names[0] : exampleOf(kind, examples);
  if (args[0] !== "matrix") {
    const read = args[0] === "scalar" ? "1" : name === "scalar" ? `sum(${metric ?? "…"})` : metric;
    return `write it with what it reads in parentheses: \`${name}(${read ?? "…"})\``;
  }
  const what = kind === undefined ? "a metric" : `a ${kind}`;
  return `write it with ${what} and a range in parentheses: \`${name}(${metric ?? "…"}[${range}])\`, with a duration such as \`${range}\` in the brackets`;
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
