import { describe, expect, test } from "vitest";
import { explain } from "../../src/analysis/explain/explain.js";
import { labels } from "../../src/analysis/labels/labels.js";
import { matching } from "../../src/analysis/labels/matching.js";
import { nodesOf } from "../../src/syntax/walk.js";
import { treeOf } from "./describe-labels.js";

const terms = (count: number, term: (k: number) => string) => Array.from({ length: count }, (_, k) => term(k));

/**
 * Each takes a few seconds at most; were the time not linear in the length, it would take minutes. Of alternatives 32 are
 * told apart. A query is as many steps in words as it has selectors, functions and operators, and one for its result.
 */
const long: readonly (readonly [name: string, query: string, branches: number, steps: number])[] = [
  ["a sum of 100,000 terms", terms(100_000, () => "a").join(" + "), 1, 200_000],
  ["30,000 alternatives", terms(30_000, (k) => `m${k}`).join(" or "), 32, 60_000],
  ["10,000 terms that each tell of another label", terms(10_000, (k) => `a{l${k}="x"}`).join(" + "), 1, 20_000],
  ["30,000 conditions", terms(30_000, () => "a").join(" and on (job) "), 1, 60_000],
  ["3,000 sums of two alternatives", terms(3000, () => "(a or b)").join(" * "), 32, 12_000],
  ["1,900 functions", `${"abs(".repeat(1900)}a${")".repeat(1900)}`, 1, 1902],
  ["1,900 parentheses", `${"(".repeat(1900)}a${")".repeat(1900)}`, 1, 2],
  ["900 aggregations of an alternative", `${"sum by (a) (b or ".repeat(900)}a${")".repeat(900)}`, 32, 2702],
];

describe("long and deep queries", () => {
  test.each(long)("%s", (_, query, branches, steps) => {
    const tree = treeOf(query);
    expect(labels(tree)).toHaveLength(branches);
    for (const node of nodesOf(tree, "Binary")) matching(node);
    expect(explain(tree)).toHaveLength(steps);
  });
});
