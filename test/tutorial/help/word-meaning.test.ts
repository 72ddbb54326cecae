import { expect, test } from "vitest";
import { builtinMetrics } from "../../../src/metrics/builtin.js";
import { wordMeaning } from "../../../src/tutorial/help/word-meaning.js";

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
  ["by", "it is a word of PromQL that needs others around it"],
  ["Three", "a number is written in digits: `3`"],
  ["now", "the present time is written `time()`"],
  ["true", "there are no truth values: 1 stands for true, and 0 for false"],
  ["node_load1", undefined],
  ["constructor", undefined],
])("%s", (word, said) => {
  expect(wordMeaning(word, { names, metrics: builtinMetrics })).toBe(said);
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
