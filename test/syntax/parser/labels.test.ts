import { expect, test } from "vitest";
import { parse } from "../../../src/syntax/parse.js";
import { shapeOf } from "../shape-of.js";

test.each([
  ["a + on (x) group_left (y) b", "(+ on(x) left(y) a b)"],
  ["a == bool ignoring () group_right b", "(== bool ignoring() right() a b)"],
  ["a + fill_left (1) fill_right (-2) b", "(+ fill(1,-2) a b)"],
  ["a + on (on, by,) group_left () b", "(+ on(on,by) left() a b)"],
])("%j has the shape %s", (query, shape) => {
  const { expr, problems } = parse(query);
  expect(problems).toEqual([]);
  expect(expr && shapeOf(expr)).toBe(shape);
});
