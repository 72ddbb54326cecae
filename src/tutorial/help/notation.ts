import { secondsInWords } from "../../analysis/words.js";
import { parseDuration } from "../../promql/durations.js";

/** What signs and keywords of PromQL do. */
const meanings: ReadonlyMap<string, string> = new Map([
  ["{}", 'braces hold matchers, which choose series by their labels: `node_cpu_seconds_total{mode="idle"}`'],
  ["[]", "brackets behind a selector hold a duration: `up[5m]` asks for all samples of five minutes"],
  ["()", "parentheses hold what a function or an aggregation reads, or what is computed first: `(1 - up) * 100`"],
  ['""', 'quotes stand around the value of a label: `mode="idle"`'],
  ["=", 'in braces, the value of the label is exactly this text: `mode="idle"`'],
  [
    "!=",
    'in braces, the value of the label is any other text: `mode!="idle"`; between two queries, it keeps values that differ',
  ],
  ["=~", 'in braces, the value of the label fits a regular expression: `pod=~"nginx-.+"`'],
  ["!~", 'in braces, the value of the label does not fit a regular expression: `pod!~"nginx-.+"`'],
  ["|", 'in a regular expression, one of the two patterns fits: `namespace=~"default|shop"`'],
  [".*", 'in a regular expression, any characters, also none: `pod=~"nginx.*"`'],
  [".+", 'in a regular expression, any characters, at least one: `pod=~"nginx-.+"`'],
  ["==", "keeps the series whose value is equal: `up == 0`"],
  [">", "keeps the series whose value is greater: `node_load1 > 1`"],
  ["<", "keeps the series whose value is less: `node_load1 < 1`"],
  [">=", "keeps the series whose value is greater or equal: `node_load1 >= 1`"],
  ["<=", "keeps the series whose value is less or equal: `node_load1 <= 1`"],
  ["+", "adds; of two metrics, each series finds the one with the same labels on the other side"],
  ["-", "takes away; of two metrics, each series finds the one with the same labels on the other side"],
  ["*", "multiplies, before `+` and `-`"],
  [
    "/",
    "divides, before `+` and `-`; of two metrics, each series finds the one with the same labels on the other side",
  ],
  ["%", "the rest of a division; a percentage is `* 100`"],
  ["^", "a number to the power of another: `1024 ^ 2`"],
  ["by", "says which labels of an aggregation stay: `sum by (job) (up)`"],
  ["without", "says which labels of an aggregation go, and keeps the others: `sum without (instance) (up)`"],
  ["on", "says by which labels the series of two sides find each other: `a * on (instance) b`"],
  ["ignoring", "says which labels do not count when the series of two sides find each other: `a / ignoring (mode) b`"],
  [
    "group_left",
    "says that several series on the left may belong to one on the right: `a * on (instance) group_left (nodename) b`",
  ],
  [
    "group_right",
    "says that several series on the right may belong to one on the left: `a * on (instance) group_right (nodename) b`",
  ],
  ["offset", "asks for an earlier time: `up offset 1h`"],
  ["bool", "makes 0 and 1 of a comparison, instead of leaving out series: `up == bool 0`"],
  ["and", "keeps the series on the left that have the same labels as one on the right"],
  ["or", "takes the series of both sides: those on the left, and those on the right whose labels are others"],
  ["unless", "keeps the series on the left that have the same labels as none on the right"],
  ["__name__", 'is the label that holds the name of the metric: `node_load1` is the same as `{__name__="node_load1"}`'],
]);

const names: ReadonlyMap<string, string> = new Map([
  ["brace", "{}"],
  ["curly brace", "{}"],
  ["bracket", "[]"],
  ["square bracket", "[]"],
  ["parenthesis", "()"],
  ["parentheses", "()"],
  ["quote", '""'],
]);

/** The words for signs. */
export const signNames: readonly string[] = [...names.keys()];

/** What a sign, a keyword or a duration does in a query; nothing where a text is none of them. */
export function notationMeaning(text: string): string | undefined {
  const lower = text.toLowerCase();
  const sign = names.get(lower) ?? names.get(lower.replace(/s$/, "")) ?? lower;
  const [, within = sign] = /^\[(.+)\]$/.exec(sign) ?? [];
  const seconds = parseDuration(within);
  if (typeof seconds === "number") {
    return `is a duration, ${secondsInWords(seconds)}: in brackets behind a selector, as in \`up[${within}]\`, it says how far back a query reads`;
  }
  return meanings.get(sign);
}
