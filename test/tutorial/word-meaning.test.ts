import { expect, test } from "vitest";
import { wordMeaning } from "../../src/tutorial/word-meaning.js";

test.each<[word: string, said: string | undefined]>([
  [
    "rate",
    "it is a function; write it with a metric and a range in parentheses: `rate(node_load1[…])`, with a duration such as `5m` in the brackets",
  ],
  ["Abs", "it is a function; write it with what it reads in parentheses: `abs(node_load1)`"],
  ["label_replace", "it is a function; write it with what it reads in parentheses: `label_replace(…)`"],
  ["time", "it is a function; write it with empty parentheses: `time()`"],
  ["SUM", "it is an aggregation, which makes one series of many; write it with what it reads in parentheses: `sum(…)`"],
  ["gauge", "the word stands for the name of a gauge, such as `node_load1`"],
  ["by", "it is a word of PromQL that needs others around it"],
  ["node_load1", undefined],
  ["constructor", undefined],
])("%s", (word, said) => {
  expect(wordMeaning(word, "node_load1")).toBe(said);
});
