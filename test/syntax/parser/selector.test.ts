import { expect, test } from "vitest";
import { parse } from "../../../src/syntax/parse.js";
import { shapeOf } from "../shape-of.js";

test.each([
  ["a:b{c='d', 'e.f'!~\"g\",}", 'a:b{c="d"}{e.f!~"g"}'],
  ["{'a.b', c='d'}", 'a.b{c="d"}'],
  ["sum{a='b'}", 'sum{a="b"}'],
])("%j has the shape %s", (query, shape) => {
  const { expr, problems } = parse(query);
  expect(problems).toEqual([]);
  expect(expr && shapeOf(expr)).toBe(shape);
});
