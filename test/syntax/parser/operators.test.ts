import { expect, test } from "vitest";
import { parse } from "../../../src/syntax/parse.js";
import { shapeOf } from "../shape-of.js";

test.each([
  ["a + b * c ^ d", "(+ a (* b (^ c d)))"],
  ["a - b - c", "(- (- a b) c)"],
  ["a ^ b ^ c", "(^ a (^ b c))"],
  ["a or b and c unless d", "(or a (unless (and b c) d))"],
  ["a == b + c > d", "(> (== a (+ b c)) d)"],
  ["a atan2 b % c", "(% (atan2 a b) c)"],
  ["a < b or c >/ d", "(or (< a b) (>/ c d))"],
  ["-a ^ b", "(- (^ a b))"],
  ["-1 ^ 2", "(- (^ 1 2))"],
  ["2 ^ -3 ^ 2", "(^ 2 (- (^ 3 2)))"],
  ["-a * b", "(* (- a) b)"],
  ["a * -b + c", "(+ (* a (- b)) c)"],
  ["--1", "1"],
  ["-+-a", "(- (+ (- a)))"],
  ["-(1)", "(- (paren 1))"],
])("%j has the shape %s", (query, shape) => {
  const { expr, problems } = parse(query);
  expect(problems).toEqual([]);
  expect(expr && shapeOf(expr)).toBe(shape);
});
