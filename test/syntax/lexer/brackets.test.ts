import { expect, test } from "vitest";
import { lex } from "../../../src/syntax/lex.js";
import { lexemesOf } from "../lexemes-of.js";

test.each([
  ["a[5m:1m]", ["identifier a", "[", "duration 5m", ":", "duration 1m", "]"]],
  ["a[step()]", ["identifier a", "[", "keyword step", "(", ")", "]"]],
  [
    "a[5m+MIN_OF(1m,range())]",
    [
      "identifier a",
      "[",
      "duration 5m",
      "+",
      "keyword min_of",
      "(",
      "duration 1m",
      ",",
      "keyword range",
      "(",
      ")",
      ")",
      "]",
    ],
  ],
])("%j consists of %j", (text, expected) => {
  const lexed = lex(text);
  expect(lexed.problems).toEqual([]);
  expect(lexemesOf(lexed)).toEqual(expected);
});

/** What Prometheus reads as its lexer happens to be written. */
test.each([
  ["no range stands before the step", "a[step():1m]", [":"]],
  ["an earlier number in brackets counts", "a[5m] + a[step():1m]", []],
])("%s: %j", (_quirk, text, underlined) => {
  expect(lex(text).problems.map(({ at }) => text.slice(at.from, at.to))).toEqual(underlined);
});
