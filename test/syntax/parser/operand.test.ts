import { expect, test } from "vitest";
import { parse } from "../../../src/syntax/parse.js";
import { shapeOf } from "../shape-of.js";

test.each([
  ["offset + start - by", "(- (+ offset start) by)"],
  ["offset{a='b'} offset 1m", 'offset{a="b"}{offset 60}'],
  ["start() + end", "(+ (call start) end)"],
  ["fill + fill_left", "(+ fill fill_left)"],
  ["anchored anchored", "anchored{anchored}"],
  ["inf + NaN", "(+ Infinity NaN)"],
  ["5m + 1h", "(+ 300 3600)"],
  ['"a" + 0x1f', "(+ a 31)"],
])("%j has the shape %s", (query, shape) => {
  const { expr, problems } = parse(query);
  expect(problems).toEqual([]);
  expect(expr && shapeOf(expr)).toBe(shape);
});
