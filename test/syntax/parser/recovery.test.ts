import { expect, test } from "vitest";
import { parse } from "../../../src/syntax/parse.js";
import { shapeOf } from "../shape-of.js";

test.each([
  ["up down", "up"],
  ["sum(up by (job))", "(sum up)"],
  ["sum(up) by (job) by (pod)", "(sum by(job) up)"],
  ["a divided by b", "(/ a b)"],
  ["show me up", "up"],
  ["average up", "(avg up)"],
  ["rate[5m](up)", "(call rate up)"],
  ["a + b c + d", "(+ (+ a b) d)"],
])("of %j the part %s is made out", (query, shape) => {
  const { expr, problems } = parse(query);
  expect(problems).toHaveLength(1);
  expect(expr && shapeOf(expr)).toBe(shape);
});
