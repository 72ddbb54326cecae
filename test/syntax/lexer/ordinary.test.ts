import { expect, test } from "vitest";
import { lex } from "../../../src/syntax/lex.js";
import { lexemesOf } from "../lexemes-of.js";

test.each([
  ["a>=b</c!=d", ["identifier a", ">=", "identifier b", "</", "identifier c", "!=", "identifier d"]],
  ["a==b<=c>/d", ["identifier a", "==", "identifier b", "<=", "identifier c", ">/", "identifier d"]],
  ["(a,b)@1^-2", ["(", "identifier a", ",", "identifier b", ")", "@", "number 1", "^", "-", "number 2"]],
])("%j consists of %j", (text, expected) => {
  const lexed = lex(text);
  expect(lexed.problems).toEqual([]);
  expect(lexemesOf(lexed)).toEqual(expected);
});
