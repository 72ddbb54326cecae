import { describe, expect, test } from "vitest";
import { explain } from "../../src/analysis/explain.js";
import { labels } from "../../src/analysis/labels.js";
import { matching } from "../../src/analysis/matching.js";
import { nodesOf } from "../../src/syntax/walk.js";
import { treeOf } from "./describe-labels.js";

const terms = (count: number, term: (k: number) => string) => Array.from({ length: count }, (_, k) => term(k));

/** Each takes a few seconds at most; were the time not linear in the length, it would take minutes. */
const long: Readonly<Record<string, string>> = {
  "a sum of 100,000 terms": terms(100_000, () => "a").join(" + "),
  "30,000 alternatives": terms(30_000, (k) => `m${k}`).join(" or "),
  "a sum in which each term tells of another label": terms(10_000, (k) => `a{l${k}="x"}`).join(" + "),
  "30,000 conditions": terms(30_000, () => "a").join(" and on (job) "),
  "alternatives of many sums": terms(3000, () => "(a or b)").join(" * "),
  "1,900 functions": `${"abs(".repeat(1900)}a${")".repeat(1900)}`,
  "1,900 parentheses": `${"(".repeat(1900)}a${")".repeat(1900)}`,
  "900 aggregations of an alternative": `${"sum by (a) (b or ".repeat(900)}a${")".repeat(900)}`,
};

describe("long and deep queries", () => {
  test.each(Object.entries(long))("%s", (_, query) => {
    const tree = treeOf(query);
    expect(labels(tree).length).toBeGreaterThan(0);
    for (const node of nodesOf(tree, "Binary")) matching(node);
    expect(explain(tree).length).toBeGreaterThan(0);
  });
});
