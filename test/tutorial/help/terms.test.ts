import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { termMeaning, terms } from "../../../src/tutorial/help/terms.js";

const rows = new Map(
  readFileSync("docs/glossary.md", "utf8")
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .map(([, word = "", meaning]) => [word, meaning]),
);

test.each([...terms])("the glossary has %s", (word, meaning) => {
  expect(rows.get(word)).toBe(meaning);
});

test.each<[words: string, term: string | undefined]>([
  ["selector", "selector"],
  ["Selectors", "selector"],
  ["the instant vector", "instant vector"],
  ["an instant vectors", "instant vector"],
  ["time series", "series"],
  ["matrix", "range vector"],
  ["queries", "query"],
  ["node_load1", undefined],
  ["constructor", undefined],
  ["", undefined],
])("%s", (words, term) => {
  expect(termMeaning(words)).toBe(term === undefined ? undefined : terms.get(term));
});
