import { expect, test } from "vitest";
import { parse } from "../../src/syntax/parse.js";
import { children, nodesOf, walk } from "../../src/syntax/walk.js";

const query = "topk(5, rate(a{x='y', z!='w'}[5m] offset 1m)) + fill(0) -(b)[1h:1m] offset (2m * 3)";

test("walk goes through the text from the beginning to the end, parents first", () => {
  const { expr } = parse(query);
  expect(expr && Array.from(walk(expr), ({ span }) => query.slice(span.from, span.to))).toEqual([
    query,
    "topk(5, rate(a{x='y', z!='w'}[5m] offset 1m))",
    "5",
    "rate(a{x='y', z!='w'}[5m] offset 1m)",
    "a{x='y', z!='w'}[5m] offset 1m",
    "a{x='y', z!='w'}",
    "x='y'",
    "z!='w'",
    "5m",
    "1m",
    "0",
    "0",
    "-(b)[1h:1m] offset (2m * 3)",
    "(b)[1h:1m] offset (2m * 3)",
    "(b)",
    "b",
    "1h",
    "1m",
    "(2m * 3)",
    "2m * 3",
    "2m",
    "3",
  ]);
});

test("nodesOf gives the nodes of one kind", () => {
  const { expr } = parse(query);
  expect(expr && Array.from(nodesOf(expr, "VectorSelector"), ({ metric }) => metric?.text)).toEqual(["a", "b"]);
  expect(expr && Array.from(nodesOf(expr, "LabelMatcher"), ({ label }) => label.text)).toEqual(["x", "z"]);
});

test("a leaf has no children", () => {
  const { expr } = parse("5");
  expect(expr && children(expr)).toEqual([]);
});
