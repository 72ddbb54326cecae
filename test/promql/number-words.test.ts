import { expect, test } from "vitest";
import { numberInWords } from "../../src/promql/number-words.js";

test.each([
  ["zero", "0"],
  ["Three", "3"],
  ["twelve", "12"],
  ["twenty", "20"],
  ["ninety", "90"],
  ["half", "0.5"],
  ["HUNDRED", "100"],
  ["billion", "1e9"],
  ["3", undefined],
  ["threes", undefined],
  ["constructor", undefined],
  ["", undefined],
])("%s is %s", (word, number) => {
  expect(numberInWords(word)).toBe(number);
});
