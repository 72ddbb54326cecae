import { expect, test } from "vitest";
import { parse } from "../../../src/syntax/parse.js";
import { shapeOf } from "../shape-of.js";

test.each([
  ["a + b offset 5m", "(+ a b{offset 300})"],
  ["-a @ 3", "(- a{@ 3})"],
  ["a / b[5m]", "(/ a b[300])"],
  ["a + b[5m:]", "(+ a (subquery b 300))"],
  ["-a[5m:]", "(- (subquery a 300))"],
  ["(a + b)[1h:5m] offset 1m", "(subquery (paren (+ a b)) 3600 300){offset 60}"],
  ["a[5m] @ end() offset -1h", "a[300]{@ end}{offset -3600}"],
  ["a[5m] offset -1h @ end()", "a[300]{@ end}{offset -3600}"],
  ["rate(a[5m])[1h:][1d:]", "(subquery (subquery (call rate a[300]) 3600) 86400)"],
  ["a[5m] smoothed", "a[300]{smoothed}"],
  ["a anchored [5m]", "a[300]{anchored}"],
])("%j has the shape %s", (query, shape) => {
  const { expr, problems } = parse(query);
  expect(problems).toEqual([]);
  expect(expr && shapeOf(expr)).toBe(shape);
});
