import { expect, test } from "vitest";
import { lex } from "../../../src/syntax/lex.js";
import { lexemesOf } from "../lexemes-of.js";

test.each([
  ["5 5m .5 1e3 0x1f", ["number 5", "duration 5m", "number .5", "number 1e3", "number 0x1f"]],
  ["1.5e-3+0X1F_f", ["number 1.5e-3", "+", "number 0X1F_f"]],
  ["1h30m*.5", ["duration 1h30m", "*", "number .5"]],
])("%j consists of %j", (text, expected) => {
  const lexed = lex(text);
  expect(lexed.problems).toEqual([]);
  expect(lexemesOf(lexed)).toEqual(expected);
});
