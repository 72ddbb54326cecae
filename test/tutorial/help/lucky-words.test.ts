import { expect, test } from "vitest";
import { parse } from "../../../src/syntax/parse.js";
import { luckyWords } from "../../../src/tutorial/help/lucky-words.js";

test.each<[query: string, answer: string, said: string | undefined]>([
  ["up >= 3", "up > 3", "look at the comparison `>=`"],
  ["up > 4", "up > 3", "look at the number `4`"],
  ["up > 3.0", "up > 3", undefined],
  ["up >= 1", "up > 0", undefined],
  ['up{job="a"} > 3', "up > 3", "the answer has no matcher on the label `job`"],
  ["sum(up) / sum(up)", 'sum(up{job!="a"}) / sum(up{job!="a"})', "the answer has a matcher on the label `job` as well"],
  ['up{pod=~"a.*"}', 'up{pod=~"a-.+"}', undefined],
  ["sum(up) / count(up)", "avg(up)", undefined],
  ["up", "up", undefined],
])("%s for %s", (query, answer, said) => {
  const [own, wanted] = [query, answer].map((text) => parse(text).expr);
  if (!own || !wanted) throw new Error("both are queries");
  expect(luckyWords(own, wanted)).toBe(said);
});
