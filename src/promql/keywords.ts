import { aggregatorNames } from "./aggregators.js";
import { binaryOperators } from "./operators.js";

const words = [
  ...aggregatorNames,
  ...binaryOperators.filter((operator) => /^\w+$/.test(operator)),
  "anchored",
  "bool",
  "by",
  "end",
  "fill",
  "fill_left",
  "fill_right",
  "group_left",
  "group_right",
  "ignoring",
  "max_of",
  "min_of",
  "offset",
  "on",
  "range",
  "smoothed",
  "start",
  "step",
  "without",
];

/** Words with a meaning of their own, in lower case. Case does not matter in a query. */
export const keywords: ReadonlySet<string> = new Set(words);

/** Keywords that can never be the name of a metric outside braces. */
export const neverMetricNames: ReadonlySet<string> = new Set([
  "atan2",
  "bool",
  "group_left",
  "group_right",
  "ignoring",
  "on",
]);

/** Keywords behind which labels stand in parentheses. */
export const labelListKeywords = ["by", "group_left", "group_right", "ignoring", "on", "without"] as const;

/** A keyword behind which labels stand in parentheses. */
export type LabelListKeyword = (typeof labelListKeywords)[number];

/** Whether labels stand in parentheses behind a lower-case keyword. */
export function isLabelListKeyword(word: string): word is LabelListKeyword {
  return labelLists.has(word);
}

const labelLists: ReadonlySet<string> = new Set(labelListKeywords);

/** Keywords that name a function when a parenthesis follows. */
export const functionKeywords: ReadonlySet<string> = new Set(["end", "max_of", "min_of", "range", "start", "step"]);
