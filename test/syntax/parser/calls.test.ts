import { expect, test } from "vitest";
import { parse } from "../../../src/syntax/parse.js";
import { shapeOf } from "../shape-of.js";

test.each([
  ["sum by (job) (a)", "(sum by(job) a)"],
  ["SUM(a) WITHOUT (job, pod,)", "(sum without(job,pod) a)"],
  ["topk(5, a) by (on)", "(topk by(on) 5 a)"],
  ["sum(sum) by (sum)", "(sum by(sum) sum)"],
  ["rate(a[5m], 5, 'x')", "(call rate a[300] 5 x)"],
  ["time()", "(call time)"],
  ["unknown()", "(call unknown)"],
  ["sum without () (a)", "(sum without() a)"],
])("%j has the shape %s", (query, shape) => {
  const { expr, problems } = parse(query);
  expect(problems).toEqual([]);
  expect(expr && shapeOf(expr)).toBe(shape);
});
