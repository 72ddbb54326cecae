import { expect, test } from "vitest";
import { parse } from "../../../src/syntax/parse.js";
import { shapeOf } from "../shape-of.js";

test.each([
  ["sum(rate(up[5m])", "(sum (call rate up[300]))"],
  ["rate(up[5m)", "(call rate up[300])"],
  ['rate(up{job="a"[5m])', '(call rate up{job="a"}[300])'],
  ["(a + (b", "(paren (+ a (paren b)))"],
  ["sum(a, b, c)", "(sum a b)"],
  ["sum(a + )", "(sum a)"],
])("of %j the part %s is made out", (query, shape) => {
  const { expr, problems } = parse(query);
  expect(problems).toHaveLength(1);
  expect(expr && shapeOf(expr)).toBe(shape);
});
