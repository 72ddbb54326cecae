import { expect, test } from "vitest";
import { lex } from "../../../src/syntax/lex.js";
import { lexemesOf } from "../lexemes-of.js";

test.each([
  ["a#b\nc", ["identifier a", "identifier c"]],
  ["a#b\rc", ["identifier a", "identifier c"]],
  ["a \t\r\n+\nb", ["identifier a", "+", "identifier b"]],
])("%j consists of %j", (text, expected) => {
  const lexed = lex(text);
  expect(lexed.problems).toEqual([]);
  expect(lexemesOf(lexed)).toEqual(expected);
});

/** What Prometheus reads as its lexer happens to be written. */
test.each([
  ["a comment after the bracket is none", "a[ # c\n5m]", ["#", "c"]],
  ["a comment after the first number is one", "a[5m # c\n]", []],
  ["other white space is none", "a\u00a0+ b", ["\u00a0"]],
  ["a form feed is no white space", "a\f", ["\f"]],
])("%s: %j", (_quirk, text, underlined) => {
  expect(lex(text).problems.map(({ at }) => text.slice(at.from, at.to))).toEqual(underlined);
});

test("comments are kept", () => {
  const text = "a # one\n+ b # two";
  expect(lex(text).comments.map(({ from, to }) => text.slice(from, to))).toEqual(["# one", "# two"]);
});
