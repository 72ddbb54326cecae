import { expect, test } from "vitest";
import { parse } from "../../src/syntax/parse.js";
import { shapeOf } from "./shape-of.js";

test.each([
  ["a # comment )\n+ b", "(+ a b)"],
  ["a\r\n+\tb # c\r* d", "(+ a (* b d))"],
  [
    "sum by (job) (rate(a{b='c'}[5m] offset 1h)) / on (job) d > 5",
    '(> (/ on(job) (sum by(job) (call rate a{b="c"}[300]{offset 3600})) d) 5)',
  ],
])("%j has the shape %s", (query, shape) => {
  const { expr, problems } = parse(query);
  expect(problems).toEqual([]);
  expect(expr && shapeOf(expr)).toBe(shape);
});

test.each([
  ["", null],
  ["# nothing", null],
  [")", null],
  ["up + ", "up"],
])("of %j the part %j is made out", (query, shape) => {
  const { expr, problems } = parse(query);
  expect(problems).toHaveLength(1);
  expect(expr && shapeOf(expr)).toBe(shape);
});
