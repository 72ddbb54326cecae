import { expect, test } from "vitest";
import { parse } from "../../../src/syntax/parse.js";
import { shapeOf } from "../shape-of.js";

test.each([
  ["a[5m + 1m * 2]", "a[(+ 300 (* 60 2))]"],
  ["a[-5m ^ 2]", "a[(- (^ 300 2))]"],
  ["a[(1h - 5m) / 2:step()]", "(subquery a (/ (paren (- 3600 300)) 2) (call step))"],
  ["a[max_of(5m, MIN_OF(range(), 1h))]", "a[(call max_of 300 (call min_of (call range) 3600))]"],
  ["a offset 5m * 2", "(* a{offset 300} 2)"],
  ["a offset (5m) * 2", "a{offset (* (paren 300) 2)}"],
  ["a offset -(5m * 2)", "a{offset (- (paren (* 300 2)))}"],
])("%j has the shape %s", (query, shape) => {
  const { expr, problems } = parse(query);
  expect(problems).toEqual([]);
  expect(expr && shapeOf(expr)).toBe(shape);
});
