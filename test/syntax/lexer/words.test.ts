import { expect, test } from "vitest";
import { lex } from "../../../src/syntax/lex.js";
import { lexemesOf } from "../lexemes-of.js";

test.each([
  ["sum BY Rate", ["keyword sum", "keyword by", "identifier Rate"]],
  ["a:b :c", ["metric-identifier a:b", "metric-identifier :c"]],
  ["fill(1) fill", ["keyword fill", "(", "number 1", ")", "identifier fill"]],
  ["inf NaN info", ["number inf", "number NaN", "identifier info"]],
  ["sum by:c BY", ["keyword sum", "metric-identifier by:c", "keyword by"]],
  ["fill (1)", ["keyword fill", "(", "number 1", ")"]],
])("%j consists of %j", (text, expected) => {
  const lexed = lex(text);
  expect(lexed.problems).toEqual([]);
  expect(lexemesOf(lexed)).toEqual(expected);
});
