import { describe, expect, test } from "vitest";
import { matching } from "../../../src/analysis/labels/matching.js";
import { treeOf } from "../describe-labels.js";

/** Whether the sides match, what the operator allows, and what each side may have: `one` or `many` by a label. */
const tables: Readonly<Record<string, string>> = {
  "foo / bar": "one with one, one-to-one",
  'foo{a="x"} / bar': "one with one, one-to-one",
  '{__name__=~"a|b"} / bar': "many by __name__ with one, one-to-one",
  "foo / on (job) bar": "many with many, one-to-one",
  "foo / on (job) sum by (job) (bar)": "many with one, one-to-one",
  "foo / on (job) sum by (job, mode) (bar)": "many with many by mode, one-to-one",
  'foo / on (job) sum by (job, mode) (bar{mode="x"})': "many with one, one-to-one",
  "foo / ignoring (mode) bar": "many by mode with many by mode, one-to-one",
  "foo / ignoring (mode) sum without (mode) (bar)": "many by mode with one, one-to-one",
  "foo * on (job) group_left (x) bar": "many with many, many-to-one",
  "foo * on (job) group_right (x) bar": "many with many, one-to-many",
  "foo and on (job) bar": "many with many, many-to-many",
  "sum(foo) / sum(bar)": "one with one, one-to-one",
  "sum(foo) / on () sum(bar)": "one with one, one-to-one",
  'foo{a="x"} / bar{a="y"}': "never for a",
  'foo{a="x"} / on (a) bar{a="y"}': "never for a",
  'foo{a="x"} / on (b) bar{a="y"}': "many with many, one-to-one",
  'foo{a="x"} / ignoring (a) bar{a="y"}': "one with one, one-to-one",
  'foo{a=~"x|y"} / bar{a=~"y|z"}': "one with one, one-to-one",
  'foo{a=~"x|y"} / bar{a=~"z|w"}': "never for a",
  'foo{a="x"} / sum(bar)': "never for a",
  'foo{a="x"} unless sum(bar)': "never for a",
  "foo / sum(bar)": "one with one, one-to-one",
  "sum(bar) * on (cluster) sum(foo)": "one with one, one-to-one",
  'sum by (a) (foo{a="x"}) * on (a) sum(bar)': "never for a",
  'foo{a="x"} / on (a) (bar{a="y"} or baz)': "many with many by __name__, one-to-one",
  'foo{a="x"} / on (a) (bar{a="y"} or baz{a="z"})': "never for a",
  "foo == on (__name__) bar": "never for __name__",
  'foo / on (job) label_replace(bar, "job", "x", "node", "(.*)")': "many with many, one-to-one",
};

describe("matching", () => {
  test.each(Object.entries(tables))("%s", (query, expected) => {
    expect(describeMatching(query)).toBe(expected);
  });
});

test.each(["up * 2", "up > scalar(x)", "1 + 2"])("%s matches no series", (query) => {
  expect(describeMatching(query)).toBe("none");
});

test.each(
  Object.entries({
    'foo{a="x"} / on ($x) bar{a="y"}': "many with many, one-to-one",
    'foo{a="x"} / on ($x, a) bar{a="y"}': "never for a",
    'foo{a="x"} / ignoring ($x) bar{a="y"}': "many with many, one-to-one",
    'foo{a="$a"} / bar{a="y"}': "one with one, one-to-one",
    "foo / $x": "none",
  }),
)("a Grafana variable may stand for anything: %s", (query, expected) => {
  expect(describeMatching(query, "grafana")).toBe(expected);
});

test("what is different on the two sides is underlined on both", () => {
  const query = 'foo{a="x"} / on (a) sum by (b) (bar)';
  const tree = treeOf(query);
  const conflict = tree.kind === "Binary" ? matching(tree)?.conflict : undefined;
  const text = (at: { from: number; to: number } | undefined) => query.slice(at?.from, at?.to);
  expect([text(conflict?.left.span), text(conflict?.right.span)]).toEqual(['a="x"', "by (b)"]);
});

function describeMatching(query: string, variables?: "grafana"): string {
  const tree = treeOf(query, variables && { variables });
  const found = tree.kind === "Binary" ? matching(tree) : undefined;
  if (!found) return "none";
  if (found.conflict) return `never for ${found.conflict.label}`;
  const side = ({ many, label }: typeof found.left) => (many ? (label ? `many by ${label}` : "many") : "one");
  return `${side(found.left)} with ${side(found.right)}, ${found.allows}`;
}
