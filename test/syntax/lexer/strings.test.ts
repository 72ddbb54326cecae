import { expect, test } from "vitest";
import { lex } from "../../../src/syntax/lex.js";
import { lexemesOf } from "../lexemes-of.js";

test.each([
  ["'#' \"{\"", ["string #", "string {"]],
  ["`a\\\nb`", ["string a\\\nb"]],
  ["'a' \"b\\n\" `\\n`", ["string a", "string b\n", "string \\n"]],
])("%j consists of %j", (text, expected) => {
  const lexed = lex(text);
  expect(lexed.problems).toEqual([]);
  expect(lexemesOf(lexed)).toEqual(expected);
});

/** What Prometheus reads as its lexer happens to be written. */
test.each([["a line ends a string", "'a\n'", ["'a", "'"]]])("%s: %j", (_quirk, text, underlined) => {
  expect(lex(text).problems.map(({ at }) => text.slice(at.from, at.to))).toEqual(underlined);
});
