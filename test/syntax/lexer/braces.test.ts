import { expect, test } from "vitest";
import { lex } from "../../../src/syntax/lex.js";
import { lexemesOf } from "../lexemes-of.js";

test.each([
  ['{a=~"b"}', ["{", "identifier a", "=~", "string b", "}"]],
  ["{sum='inf'}", ["{", "identifier sum", "=", "string inf", "}"]],
  ["{a!~'b',c!='d'}", ["{", "identifier a", "!~", "string b", ",", "identifier c", "!=", "string d", "}"]],
  ["{bool='b'}", ["{", "identifier bool", "=", "string b", "}"]],
])("%j consists of %j", (text, expected) => {
  const lexed = lex(text);
  expect(lexed.problems).toEqual([]);
  expect(lexemesOf(lexed)).toEqual(expected);
});
