import { expect, test } from "vitest";
import { parse } from "../../../src/syntax/parse.js";
import { shapeOf } from "../shape-of.js";

test.each([
  ["sum up", "(sum up)"],
  ["sum by (job) up", "(sum by(job) up)"],
  ["sum up by (job)", "(sum by(job) up)"],
  ["topk 5 up", "(topk 5 up)"],
  ["rate up[5m]", "(call rate up[300])"],
  ["rate up[5m] > 5", "(> (call rate up[300]) 5)"],
  ["sum(rate up[5m])", "(sum (call rate up[300]))"],
  ["max up over 1h", "(max up)"],
])("of %j the part %s is made out", (query, shape) => {
  const { expr, problems } = parse(query);
  expect(problems).toHaveLength(1);
  expect(expr && shapeOf(expr)).toBe(shape);
});
