import { expect, test } from "vitest";
import { lex } from "../../../src/syntax/lex.js";
import { lexemesOf } from "../lexemes-of.js";

test.each([
  ["brackets around matchers are braces", "a[b='c']", ["identifier a", "{", "identifier b", "=", "string c", "}"]],
  [
    "braces around an argument are parentheses",
    "abs{a + b}",
    ["identifier abs", "(", "identifier a", "+", "identifier b", ")"],
  ],
  [
    "brackets around labels are parentheses",
    "sum by [b] (a)",
    ["keyword sum", "keyword by", "(", "identifier b", ")", "(", "identifier a", ")"],
  ],
])("%s: %j", (_what, text, expected) => {
  const lexed = lex(text);
  expect(lexed.problems).toHaveLength(1);
  expect(lexemesOf(lexed)).toEqual(expected);
});
