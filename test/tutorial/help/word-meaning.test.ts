import { expect, test } from "vitest";
import { builtinMetrics } from "../../../src/metrics/builtin.js";
import { examplesOf, wordMeaning, wordMeant } from "../../../src/tutorial/help/word-meaning.js";
import { exerciseWith } from "../exercise.js";

const names = ["node_load1", "node_cpu_seconds_total"];

test.each<[word: string, said: string | undefined]>([
  [
    "rate",
    "it is a function; write it with a counter and a range in parentheses: `rate(node_cpu_seconds_total[5m])`, with a duration such as `5m` in the brackets",
  ],
  [
    "max_over_time",
    "it is a function; write it with a gauge and a range in parentheses: `max_over_time(node_load1[5m])`, with a duration such as `5m` in the brackets",
  ],
  ["Abs", "it is a function; write it with what it reads in parentheses: `abs(node_load1)`"],
  ["label_replace", "it is a function; write it with what it reads in parentheses: `label_replace(…)`"],
  ["time", "it is a function; write it with empty parentheses: `time()`"],
  ["SUM", "it is an aggregation, which makes one series of many; write it with what it reads in parentheses: `sum(…)`"],
  ["gauge", "the word means a metric that goes up and down; `node_load1` is one"],
  [
    "counter",
    "the word means a metric that only goes up, and starts again at 0 when its program does; `node_cpu_seconds_total` is one",
  ],
  ["selectors", "the word means a metric's name, matchers in braces, or both"],
  ["by", "`by`: says which labels of an aggregation stay: `sum by (job) (up)`"],
  ["anchored", "it is a word of PromQL that needs others around it"],
  ["range", "the word means how far back a query reads, in brackets: `[5m]`"],
  [
    "vector",
    "the word means one sample for each series; `vector` in Prometheus' API. Besides, it is a function; write it with what it reads in parentheses: `vector(1)`",
  ],
  [
    "scalar",
    "the word means a number without labels. Besides, it is a function; write it with what it reads in parentheses: `scalar(sum(node_load1))`",
  ],
  ["percent", "the word means a part of a whole, from 0 to 100"],
  [
    "Braces",
    '`braces`: braces hold matchers, which choose series by their labels: `node_cpu_seconds_total{mode="idle"}`',
  ],
  ["=~", '`=~`: in braces, the value of the label fits a regular expression: `pod=~"nginx-.+"`'],
  [
    "[90s]",
    "`[90s]`: is a duration, 1 minute and 30 seconds: in brackets behind a selector, as in `up[90s]`, it says how far back a query reads",
  ],
  ["Three", "a number is written in digits: `3`"],
  ["now", "the present time is written `time()`"],
  ["true", "there are no truth values: 1 stands for true, and 0 for false"],
  ["node_load1", undefined],
  ["constructor", undefined],
])("%s", (word, said) => {
  expect(wordMeaning(word, { names, metrics: builtinMetrics })).toBe(said);
});

test("the range of an exercise is the one that is shown", () => {
  const exercise = exerciseWith("max_over_time(node_load1[1h])", { start: "node_load1" });
  expect(wordMeaning("avg_over_time", examplesOf(exercise, builtinMetrics))).toBe(
    "it is a function; write it with a gauge and a range in parentheses: `avg_over_time(node_load1[1h])`, with a duration such as `1h` in the brackets",
  );
});

test.each<[word: string, meant: string | undefined]>([
  ["lable", "label"],
  ["guage", "gauge"],
  ["agregation", "aggregation"],
  ["rabbit", undefined],
])("%s is %s misspelt", (word, meant) => {
  expect(wordMeant(word)).toBe(meant);
});

test.each<[word: string, names: readonly string[], said: string]>([
  ["gauge", ["node_cpu_seconds_total"], "the word means a metric that goes up and down"],
  ["gauge", ["kube_pod_info"], "the word means a metric that goes up and down"],
  [
    "rate",
    ["node_load1"],
    "it is a function; write it with a counter and a range in parentheses: `rate(…[5m])`, with a duration such as `5m` in the brackets",
  ],
])("%s, where there is only %s", (word, some, said) => {
  expect(wordMeaning(word, { names: some, metrics: builtinMetrics })).toBe(said);
});
