import { expect, test } from "vitest";
import { describeLabels } from "./describe-labels.js";

/** What other analyses of PromQL are known to get wrong; a real server does as it stands here. */
const queries: Readonly<Record<string, string>> = {
  // A comparison that filters keeps the name.
  "count by (__name__) (foo > ignoring (job) bar)": '__name__="foo" if >',
  // The label is overwritten, and the next one is read too.
  'foo{job="a"} * on (instance) group_left (job, team) bar': "!__name__ instance? job? team? …",
  // Only a selector gives labels to `absent`.
  'absent(foo{job="x"} > 0)': "no labels = 1 if absent",
  'absent(sum(foo{job="x"}))': "no labels = 1 if absent",
  // Where the pattern does not match, no label is set.
  'label_replace(foo, "dst", "$1", "job", "(z+)")': '__name__="foo" dst? …',
  // `rate` removes the name.
  "sum by (__name__) (rate(foo[5m]))": "no labels",
  // Two series without the label match each other.
  "sum(bar) * on (cluster) sum(foo)": "no labels",
  // A constant changes the result of an aggregation.
  "avg(foo or vector(0)) > 0": "no labels if > 0",
  "sum(foo or vector(0)) > 0": "no labels if > 0",
  // A pattern that matches everything, the empty value included, leaves nothing when it is negated.
  'foo{job!~".*"}': '__name__="foo" !job … never',
  // It picks series as they are.
  "limitk(5, foo)": '__name__="foo" …',
  // The one needs the label, the other does not.
  'foo{a!=""}': '__name__="foo" a …',
  'foo{a=~".*"}': '__name__="foo" …',
  // What has other labels is added by `or` all the same.
  "vector(1) or foo": 'no labels = 1 always | __name__="foo" …',
};

test.each(Object.entries(queries))("%s", (query, expected) => {
  expect(describeLabels(query)).toBe(expected);
});
