import fc from "fast-check";
import { expect, test } from "vitest";
import { check } from "../../src/check/check.js";
import type { Node } from "../../src/syntax/ast.js";
import { parse } from "../../src/syntax/parse.js";
import { print } from "../../src/syntax/print.js";
import { children, walk } from "../../src/syntax/walk.js";
import { anyText, query } from "./queries.js";
import { withoutPlaces } from "./without-places.js";

const full = process.env["PROMQL_LINT_FULL"] === "1";
const runs = { numRuns: full ? 50_000 : 2000 };
const modes = fc.constantFrom({}, { variables: "grafana" as const });

test("any text is read, checked and printed, and every place lies in it", () => {
  fc.assert(
    fc.property(anyText, modes, (text, options) => {
      const parsed = parse(text, options);
      for (const { at } of check(parsed)) expect(within(at, { from: 0, to: text.length })).toBe(true);
      if (parsed.expr === null) expect(parsed.problems).not.toEqual([]);
      else {
        print(parsed.expr);
        expect(misplaced(parsed.expr)).toEqual([]);
      }
    }),
    runs,
  );
});

test("a query is read, and what is printed of it is read as the same tree", () => {
  fc.assert(
    fc.property(query, (text) => {
      const { expr, problems } = parse(text);
      expect(problems).toEqual([]);
      if (expr === null) return;
      const again = parse(print(expr));
      expect(again.problems).toEqual([]);
      expect(withoutPlaces(again.expr)).toEqual(withoutPlaces(expr));
      expect(misplaced(expr)).toEqual([]);
      check(text);
    }),
    runs,
  );
});

test("what is left out of a query gives a problem or another query, never both or an exception", () => {
  fc.assert(
    fc.property(query, fc.nat(), fc.nat(8), (text, start, length) => {
      const from = start % text.length;
      const parsed = parse(text.slice(0, from) + text.slice(from + length));
      expect(parsed.expr !== null || parsed.problems.length > 0).toBe(true);
      check(parsed);
    }),
    runs,
  );
});

test.each([
  ["+", 100_000],
  ["or", 100_000],
  ["==", 100_000],
])("a chain of %s may be of any length", (op, count) => {
  const text = Array.from({ length: count }, () => "a").join(` ${op} `);
  const { expr, problems } = parse(text);
  expect(problems).toEqual([]);
  expect(check(text)).toEqual([]);
  expect(expr && print(expr)).toBe(text);
  expect(expr && Array.from(walk(expr)).length).toBe(2 * count - 1);
});

test.each<[string, string]>([
  ["labels", `a{${"b='c',".repeat(150_000)}}`],
  ["arguments", `label_join(a, ${"'b', ".repeat(150_000)} 'c')`],
  ["wrong arguments", `label_join(a, ${"b, ".repeat(150_000)} c)`],
  ["terms of a duration", `a[1m${" + 1m".repeat(150_000)}]`],
  ["bytes", `"${"\\xff".repeat(150_000)}"`],
  ["labels on both sides", `a + on (${"b,".repeat(50_000)}) group_left (${"c,".repeat(50_000)}) d`],
])("a query may have many %s", (_what, text) => {
  const { expr, problems } = parse(text);
  expect(problems).toEqual([]);
  check(text);
  expect(expr && parse(print(expr)).problems).toEqual([]);
});

test.each([
  ["parentheses", `${"(".repeat(50_000)}1${")".repeat(50_000)}`],
  ["signs", `${"-".repeat(50_000)}a`],
  ["powers", `a${" ^ a".repeat(50_000)}`],
  ["calls", `${"abs(".repeat(50_000)}a${")".repeat(50_000)}`],
  ["aggregations", `${"sum(".repeat(50_000)}a${")".repeat(50_000)}`],
  ["right sides", `${"a + (".repeat(50_000)}a${")".repeat(50_000)}`],
  ["subqueries", `a${"[5m:]".repeat(50_000)}`],
  ["parentheses in a duration", `a[${"(".repeat(50_000)}5m${")".repeat(50_000)}]`],
  ["signs in a duration", `a[${"-".repeat(50_000)}step()]`],
  ["powers in a duration", `a[5m${" ^ 5m".repeat(50_000)}]`],
  ["signs of an offset", `a offset ${"-".repeat(50_000)}step()`],
])("50,000 nested %s are too deep", (_what, text) => {
  expect(parse(text).problems).toMatchObject([{ code: "too-deep" }]);
});

test("1,900 levels are not too deep", () => {
  for (const text of [`${"(".repeat(1900)}1${")".repeat(1900)}`, `${"-".repeat(1900)}a`, `a${" ^ a".repeat(1900)}`]) {
    const { expr } = parse(text);
    expect(check(text)).toEqual([]);
    expect(expr && print(expr)).toBe(text);
  }
});

const long = [
  ...Array.from(" ([{\"'`\\#)]},:+-=!a1.$\n"),
  "a=",
  "1+",
  "a and ",
  "0x",
  "1s",
  "a[",
  "a[1] + ",
  "a{b='c'},",
  "sum(",
  "\\q",
  "\\xff",
  "[[a",
  "${",
  "fill ",
  "a=~'(',",
  "((a[1]+",
];
const openings = ["", '"', "{", "a[", "sum by ("];

test("a megabyte of anything is read", { timeout: 600_000 }, () => {
  const size = full ? 1_000_000 : 100_000;
  for (const unit of long) {
    for (const opening of openings) {
      const text = opening + unit.repeat(size / unit.length);
      const problems = check(parse(text, { variables: "grafana" }));
      for (const { at } of problems) expect(within(at, { from: 0, to: text.length })).toBe(true);
    }
  }
});

function misplaced(root: Node): string[] {
  return Array.from(walk(root)).flatMap((node) =>
    children(node)
      .filter(({ span }) => !within(span, node.span))
      .map(({ kind }) => `${kind} in ${node.kind}`),
  );
}

function within(inner: { from: number; to: number }, outer: { from: number; to: number }): boolean {
  return outer.from <= inner.from && inner.from <= inner.to && inner.to <= outer.to;
}
