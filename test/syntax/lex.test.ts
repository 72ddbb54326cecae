import { expect, test } from "vitest";
import { lex } from "../../src/syntax/lex.js";

test.each([
  ["sum BY Rate", ["keyword sum", "keyword by", "identifier Rate"]],
  ["a:b :c", ["metric-identifier a:b", "metric-identifier :c"]],
  ["5 5m .5 1e3 0x1f", ["number 5", "duration 5m", "number .5", "number 1e3", "number 0x1f"]],
  ["a>=b</c!=d", ["identifier a", ">=", "identifier b", "</", "identifier c", "!=", "identifier d"]],
  ['{a=~"b"}', ["{", "identifier a", "=~", "string b", "}"]],
  ["{sum='inf'}", ["{", "identifier sum", "=", "string inf", "}"]],
  ["a#b\nc", ["identifier a", "identifier c"]],
  ["a#b\rc", ["identifier a", "identifier c"]],
  ["a[5m:1m]", ["identifier a", "[", "duration 5m", ":", "duration 1m", "]"]],
  ["a[step()]", ["identifier a", "[", "keyword step", "(", ")", "]"]],
  ["fill(1) fill", ["keyword fill", "(", "number 1", ")", "identifier fill"]],
  ["'#' \"{\"", ["string #", "string {"]],
  ["`a\\\nb`", ["string a\\\nb"]],
  ["inf NaN info", ["number inf", "number NaN", "identifier info"]],
])("%j consists of %j", (text, expected) => {
  const { lexemes, problems } = lex(text);
  expect(problems).toEqual([]);
  expect(
    lexemes.slice(0, -1).map((lexeme) => (lexeme.type === lexeme.text ? lexeme.type : `${lexeme.type} ${lexeme.text}`)),
  ).toEqual(expected);
});

/** What Prometheus reads as its lexer happens to be written. */
test.each([
  ["a comment after the bracket is none", "a[ # c\n5m]", ["#", "c"]],
  ["a comment after the first number is one", "a[5m # c\n]", []],
  ["no range stands before the step", "a[step():1m]", [":"]],
  ["an earlier number in brackets counts", "a[5m] + a[step():1m]", []],
  ["other white space is none", "a\u00a0+ b", ["\u00a0"]],
  ["a form feed is no white space", "a\f", ["\f"]],
  ["a line ends a string", "'a\n'", ["'a", "'"]],
])("%s: %j", (_quirk, text, underlined) => {
  expect(lex(text).problems.map(({ at }) => text.slice(at.from, at.to))).toEqual(underlined);
});

test("comments are kept", () => {
  const text = "a # one\n+ b # two";
  expect(lex(text).comments.map(({ from, to }) => text.slice(from, to))).toEqual(["# one", "# two"]);
});
