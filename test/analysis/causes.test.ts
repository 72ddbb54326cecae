import { describe, expect, test } from "vitest";
import { labelOf } from "../../src/analysis/labels/branch.js";
import { labels } from "../../src/analysis/labels/labels.js";
import { treeOf } from "./describe-labels.js";

/** Query -> label -> whether it is there, the characters that bring it about, and why. */
const causes: readonly (readonly [query: string, label: string, presence: string, text: string, why: string])[] = [
  ["sum by (job) (up)", "instance", "impossible", "by (job)", "`sum by (job)` removes it"],
  ["sum by (job) (up)", "job", "possible", "job", "`sum by (job)` keeps it"],
  ["sum(up)", "job", "impossible", "sum", "`sum` removes it"],
  ["sum without (job) (up)", "job", "impossible", "job", "`sum without (job)` removes it"],
  ["sum without (job) (up)", "instance", "possible", "up", "no matcher says anything of it"],
  ['up{job="api"}', "job", "guaranteed", 'job="api"', '`job="api"` selects only series that have it'],
  ['up{job=""}', "job", "impossible", 'job=""', '`job=""` selects only series without it'],
  ["sum by (job) (sum(up))", "job", "impossible", "sum", "`sum` removes it"],
  ["rate(up[5m])", "__name__", "impossible", "rate", "`rate()` removes the name"],
  ["up * 2", "__name__", "impossible", "*", "`*` removes the name"],
  ["up > bool 2", "__name__", "impossible", ">", "`> bool` removes the name"],
  ["-up", "__name__", "impossible", "-", "a minus sign removes the name"],
  ["a / on (job) b", "instance", "impossible", "on (job)", "`on (job)` keeps only the labels that it lists"],
  ["a / ignoring (job) b", "job", "impossible", "ignoring (job)", "`ignoring (job)` removes it"],
  ["a * on (job) group_left (x) b", "x", "possible", "x", "`x` is taken from the other side"],
  ["a * on (job) group_left (x) sum by (job) (b)", "x", "impossible", "by (job)", "`sum by (job)` removes it"],
  ["a and sum by (job) (b)", "instance", "impossible", "by (job)", "`sum by (job)` removes it"],
  ["vector(1)", "job", "impossible", "vector", "`vector()` makes a value without labels"],
  [
    "histogram_quantile(0.9, x)",
    "le",
    "impossible",
    "histogram_quantile",
    "`histogram_quantile()` reads the buckets, and removes their label",
  ],
  ['absent(up{a="x"})', "a", "guaranteed", 'a="x"', '`a="x"` gives it'],
  ['absent(up{a="x", a="y"})', "a", "impossible", 'a="y"', '`a="y"` takes it away again'],
  [
    'absent(up{a="x"} > 0)',
    "a",
    "impossible",
    "absent",
    "`absent()` takes labels only from the matchers of a selector, and its argument is none",
  ],
  ['label_replace(up, "a", "x", "b", ".*")', "a", "guaranteed", '"a"', "`label_replace()` sets it"],
  ['label_replace(up, "a", "", "b", ".*")', "a", "impossible", '"a"', "`label_replace()` removes it"],
  ['count_values("v", up)', "v", "guaranteed", '"v"', "`count_values` puts the value there"],
];

describe("the cause of what is known of a label", () => {
  test.each(causes)("%s: %s is %s", (query, label, presence, text, why) => {
    const [branch] = labels(treeOf(query));
    if (!branch) throw new Error("there is no branch");
    const known = labelOf(branch, label);
    expect([known.presence, query.slice(known.span.from, known.span.to), known.why]).toEqual([presence, text, why]);
  });
});

/** Query -> the characters for which a branch never returns anything, and why. */
const never: Readonly<Record<string, readonly [text: string, why: string]>> = {
  'up{a="x", a="y"}': ['a="y"', "no value of `a` fulfils both matchers"],
  'up{a!~".*"}': ['a!~".*"', 'no value of `a` fulfils `a!~".*"`'],
  "vector(1) > 2": [">", "the comparison `>` of two constants is never true"],
  'a{x="1"} / on (x) sum(b)': ["on (x)", "`x` is always on one side and never on the other"],
  'a{x="1"} / b{x="2"}': ["/", "`x` is never the same on both sides"],
  "vector(1) unless vector(2)": [
    "vector(2)",
    "the right side of `unless` always returns a series with the same labels",
  ],
  "absent(vector(1))": ["vector(1)", "it always returns something"],
};

test.each(Object.entries(never))("%s never returns anything", (query, expected) => {
  const cause = labels(treeOf(query))[0]?.never;
  expect(cause && [query.slice(cause.span.from, cause.span.to), cause.why]).toEqual(expected);
});

test("the right side of `or` may be out of reach", () => {
  const [, right] = labels(treeOf("vector(1) or vector(2)"));
  expect(right?.never).toMatchObject({ why: "the left side of `or` always returns a series with the same labels" });
});
