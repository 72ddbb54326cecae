import { expect, test } from "vitest";
import { parse } from "../../../src/syntax/parse.js";
import { shapeOf } from "../shape-of.js";

test.each([
  ["up = 5", "(== up 5)"],
  ["up => 5", "(>= up 5)"],
  ["up, down", "down"],
  ["up)", "up"],
  ["up && down", "(and up down)"],
  ["up job='a'", "up"],
])("of %j the part %s is made out", (query, shape) => {
  const { expr, problems } = parse(query);
  expect(problems).toHaveLength(1);
  expect(expr && shapeOf(expr)).toBe(shape);
});
