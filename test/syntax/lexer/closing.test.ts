import { expect, test } from "vitest";
import { lex } from "../../../src/syntax/lex.js";
import { lexemesOf } from "../lexemes-of.js";

test.each([
  ["what is missing is put in", "(a{b='c')", ["(", "identifier a", "{", "identifier b", "=", "string c", "}", ")"]],
  ["what is missing is put in", "(a[5m)", ["(", "identifier a", "[", "duration 5m", "]", ")"]],
  ["two in the wrong order change places", "(a[5m)]", ["(", "identifier a", "[", "duration 5m", "]", ")"]],
  [
    "two in the wrong order change places",
    "(a{b='c')}",
    ["(", "identifier a", "{", "identifier b", "=", "string c", "}", ")"],
  ],
  ["the wrong one is taken for the right one", "a[5m}", ["identifier a", "[", "duration 5m", "]"]],
  ["the wrong one is taken for the right one", "(a}", ["(", "identifier a", ")"]],
  ["what was never opened is opened", "a 5m]", ["identifier a", "[", "duration 5m", "]"]],
  ["what closes nothing is left out", "a)", ["identifier a"]],
])("%s: %j", (_what, text, expected) => {
  const lexed = lex(text);
  expect(lexed.problems).toHaveLength(1);
  expect(lexed.unclosed).toBe(false);
  expect(lexemesOf(lexed)).toEqual(expected);
});
