import { expect, test } from "vitest";
import { check } from "../../src/check/check.js";
import { applyEdits } from "../../src/lint/fix.js";
import { builtinMetrics } from "../../src/metrics/builtin.js";
import type { Problem } from "../../src/syntax/problem.js";
import { beginnerMistakes } from "./beginners.js";

for (const [query, underlined, code, help, repaired] of beginnerMistakes) {
  test(`${JSON.stringify(query)} is one mistake, ${code} at ${JSON.stringify(underlined)}: ${help}`, () => {
    const problems = errorsOf(query);
    expect(problems.map(({ at }) => query.slice(at.from, at.to))).toEqual([underlined]);
    expect(problems.map((problem) => [problem.code, problem.help ?? ""])).toEqual([[code, help]]);
    const fixes = problems.flatMap((problem) => problem.fixes ?? []);
    expect(fixes.map(({ edits }) => applyEdits(query, edits))).toEqual(repaired);
    for (const { edits } of fixes.filter(({ safety }) => safety === "safe")) {
      expect(errorsOf(applyEdits(query, edits))).toEqual([]);
    }
  });
}

/** Queries with several mistakes, and what is underlined of each. */
test.each<[string, string[]]>([
  ["up{job==api}", ["=", "api"]],
  ['up{job=="api" and pod!=="a"}', ["=", "and", "="]],
  ["sum rate up[5m]", ["rate", "up"]],
  ["avg up by job", ["up", "job"]],
  ["sum by job up", ["job", "up"]],
  ['up{(job="api" or job="web")}', ["(", "or"]],
  ["show me the max of up", ["show me the", "of"]],
  ["sum rate up 5m by (job)", ["rate", "up"]],
  ["get up where job=api", ["get", "where"]],
  ["up[the last 5m]", ["the", "last"]],
  ["sum[rate(up[5m])", ["["]],
  ["rate(sum(up)[5m]) + sum(up)[1h]", ["[5m]", "[1h]"]],
  ["=SUM(a;b)", ["=", "SUM(a;b)"]],
  ["=1-AVERAGE(idle)", ["=", "AVERAGE"]],
  ["AVERAGE(up) < 0,5", ["AVERAGE", "0,5"]],
  ["average(up) by (pod) + rate(up) by (job)", ["average", "by"]],
  ["sum(rate(up) by (pod))", ["up", "by"]],
])("%j has several mistakes: %j", (query, underlined) => {
  expect(errorsOf(query).map(({ at }) => query.slice(at.from, at.to))).toEqual(underlined);
});

/** What looks like a mistake of a beginner and is none. */
test.each([
  'up{or="a", and="b", in="c", not="d", like="e"}',
  'sum{job="api"}',
  "rate offset 5m",
  "rate or sum",
  "sum + rate",
  "select",
  "up > where",
  "up{job='“api”', pod=\"a' or 'b\"}",
  '{"app.kubernetes.io/name"="api", "up"}',
  "sum by (on, by, job) (up)",
  "sum[5m]",
  "by[5m]",
  "rate[step()]",
  'rate{job="api"}',
  'up{job="a, b=", pod=""}',
  'label_replace(up, "a, ", "$1", "b", "")',
  "show + average > is",
  "total / number",
  "show:of[5m] offset 5",
  'rate(up{job=~"(a|b)[0-9]"}[5m])',
  "histogram-quantile(0.9, up)",
  "avg-over-time()",
  "max - over - absent(up)",
  "if + when / alert",
  "per * each",
  "sum by (max, over, time) (up)",
  "topk(1, up)",
  "up > three / count",
  "x * 1024",
  "max_over_time(rate(up[5m])[1h:])",
  "sum_over_time((up > 3)[1h:])",
  "clamp(up, 0,95)",
  "up % 50",
  "100% - up",
  '{"up", job="a"}',
  "up[11:5m]",
  "label_replace(up, 'a;b', '$1', '#', '(.*)') # a; b",
])("%j is right", (query) => {
  expect(errorsOf(query)).toEqual([]);
});

test.each([
  `up{${'job in ("a", '.repeat(20_000)}`,
  `up{job="a"${' or "b"'.repeat(20_000)}}`,
  `up{job="a"${' or job in ("b'.repeat(20_000)}}`,
  `up{${"a.".repeat(50_000)}}`,
  `up{${"(".repeat(50_000)}`,
  `up{job=${"“a".repeat(50_000)}}`,
  "sum ".repeat(50_000),
  `up[job=${'"a" '.repeat(50_000)}`,
  `'${'" '.repeat(50_000)}`,
  "rate(sum(up)[5m]".repeat(1000),
  "sum[".repeat(50_000),
  "rate[5m](".repeat(50_000),
  'up{job="a"} '.repeat(50_000),
  `up{a=${'"b, c="d '.repeat(50_000)}`,
  "show ".repeat(50_000),
  "up.sum()".repeat(50_000),
  "sum up the ".repeat(50_000),
  "up is greater than ".repeat(50_000),
  `${"(".repeat(1500)}${"]".repeat(50_000)}`,
  `1${",000".repeat(50_000)},00`,
  "max-over-".repeat(50_000),
  "max over ".repeat(50_000),
  "max over ".repeat(220),
  "sum(job)(up)".repeat(20_000),
  "sum by (pod, ".repeat(20_000),
  "sum.rate(".repeat(20_000),
  "rate by (pod, ".repeat(20_000),
  `up ${"per pod ".repeat(50_000)}`,
  `up ${"and on ".repeat(50_000)}`,
  "up[up{".repeat(50_000),
  `up{${'pod="a".* '.repeat(50_000)}`,
  'job="a", '.repeat(50_000),
  "up ≥ ".repeat(50_000),
  "rate() ".repeat(280),
  "a.cpu(".repeat(330),
  "{{[[((".repeat(330),
  "0,5;".repeat(490),
  "cpu   ".repeat(330),
  'a="b",'.repeat(330),
])("a long text of mistakes is read at once (%#)", (query) => {
  expect(errorsOf(query)).not.toEqual([]);
});

function errorsOf(query: string): readonly Problem[] {
  return check(query, { metrics: builtinMetrics }).filter(({ severity }) => severity === "error");
}
