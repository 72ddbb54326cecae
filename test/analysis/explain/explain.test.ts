import { describe, expect, test } from "vitest";
import { explain } from "../../../src/analysis/explain/explain.js";
import { builtinMetrics } from "../../../src/metrics/builtin.js";
import { treeOf } from "../describe-labels.js";

/** Query -> the steps, each with its unit, and what the result looks like. */
const queries: Readonly<Record<string, readonly string[]>> = {
  'sum by (instance) (rate(node_cpu_seconds_total{mode!="idle"}[5m])) > 0.9': [
    "The samples of the last 5 minutes, of each series of `node_cpu_seconds_total` (a counter in seconds: CPU time by mode) whose `mode` is not `idle` [seconds]",
    "How fast each counter grows per second, on average over the range, resets allowed for [seconds per second]",
    "The sum of the series that share `instance`; the other labels go [seconds per second]",
    "The series whose value is greater than 0.9; the others go [seconds per second]",
    "The result is an instant vector, one value of each series; no labels but `instance` where the series have it",
  ],
  "up offset 1h": [
    "The value 1 hour ago of each series of `up` (a gauge: 1 if the last scrape of the target worked, else 0)",
    "The result is an instant vector, one value of each series; any labels",
  ],
  "x @ 1609746000": [
    "The value at 2021-01-04T07:40:00Z of each series of `x`",
    "The result is an instant vector, one value of each series; any labels",
  ],
  '{__name__=~"a|b", c="", d!=""} @ end() offset -90s': [
    'The value 1 minute and 30 seconds after the end of the query\'s time range of each series of any metric whose whole name matches "a|b", that have no `c` and that have a `d`',
    "The result is an instant vector, one value of each series; any labels, always `d`, never `c`",
  ],
  "max_over_time(rate(x_total[5m])[1d:1m])": [
    "The samples of the last 5 minutes, of each series of `x_total` (by its name a counter)",
    "How fast each counter grows per second, on average over the range, resets allowed for",
    "The results of the last 1 day, in steps of 1 minute",
    "The highest sample of each series",
    "The result is an instant vector, one value of each series; any labels, never the name of the metric",
  ],
  "a * on (job) group_left (team) b": [
    "The latest value of each series of `a`",
    "The latest value of each series of `b`",
    "Each value of the left side times that of the right side's series with the same `job`; series without a match go; many series of the left side may share one of the right, whose `team` they take over",
    "The result is an instant vector, one value of each series; any labels, never the name of the metric",
  ],
  "sum without (cpu) (a) or vector(0)": [
    "The latest value of each series of `a`",
    "The sum of the series that differ only in `cpu` and the name; those go",
    "A single series without labels, whose value is 0",
    "All series of the left side, and those of the right side for which the left has none with the same labels",
    "The result is an instant vector, one value of each series; any labels, never the name of the metric or `cpu`; or a single series without labels",
  ],
  "a > on (job) b": [
    "The latest value of each series of `a`",
    "The latest value of each series of `b`",
    "The left side's series whose value is greater than that of the right side's series with the same `job`; the others go, and so do those without a match; only `job` stays",
    "The result is an instant vector, one value of each series; no labels but `job` where the series have it",
  ],
  "a + fill_left (0) b": [
    "The latest value of each series of `a`",
    "The latest value of each series of `b`",
    "Each value of the left side plus that of the right side's series with the same labels; a series that the left side lacks counts as 0; other series without a match go",
    "The result is an instant vector, one value of each series; any labels, never the name of the metric",
  ],
  "5 < bool a": [
    "The latest value of each series of `a`",
    "A 1 for each series whose value is greater than 5, and a 0 for the others",
    "The result is an instant vector, one value of each series; any labels, never the name of the metric",
  ],
  "topk by (job) (3, a)": [
    "The latest value of each series of `a`",
    "The 3 series with the highest values among the series that share `job`; their labels stay",
    "The result is an instant vector, one value of each series; any labels",
  ],
  "hour()": [
    "The hour of the evaluation time, in UTC",
    "The result is an instant vector, one value of each series; a single series without labels",
  ],
  "(1 + 2) * 3": ["The number 3", "The number 9", "The result is a number"],
  "1": ["The result is a number"],
  "histogram_quantile(0.9, app_http_request_duration_seconds_bucket)": [
    "The latest value of each series of `app_http_request_duration_seconds_bucket` (by its name the buckets of a histogram)",
    "The value that a share of 0.9 of the observations stays below, estimated from the buckets of each histogram",
    "The result is an instant vector, one value of each series; any labels, never the name of the metric or `le`",
  ],
};

describe("a query in words", () => {
  test.each(Object.entries(queries))("%s", (query, expected) => {
    const steps = explain(treeOf(query), builtinMetrics);
    expect(steps.map(({ text, unit }) => (unit ? `${text} [${unit}]` : text))).toEqual(expected);
  });
});

test("every step has its part of the query, from the inside out", () => {
  const query = "sum(rate(a[5m])) / (b)";
  const steps = explain(treeOf(query));
  expect(steps.map(({ kind, span }) => `${kind}: ${query.slice(span.from, span.to)}`)).toEqual([
    "RangeSelector: a[5m]",
    "Call: rate(a[5m])",
    "Aggregation: sum(rate(a[5m]))",
    "VectorSelector: b",
    `Binary: ${query}`,
    `Result: ${query}`,
  ]);
});
