import { expect, test } from "vitest";
import { check } from "../../src/check/check.js";
import type { Fix } from "../../src/syntax/problem.js";
import { syntaxMistakes } from "../syntax/mistakes.js";
import { everyFeature } from "./features.js";
import { checkMistakes } from "./mistakes.js";

const queries = [...syntaxMistakes, ...checkMistakes].map(([query]) => query);
const repairs = queries.flatMap((query) =>
  check(query, everyFeature).flatMap(({ code, fixes = [] }) => fixes.map((fix) => ({ query, code, fix }))),
);

test.each(repairs.filter(({ fix }) => fix.safety === "safe"))(
  "the problem $code of $query disappears with the fix: $fix.title",
  ({ query, code, fix }) => {
    const left = check(applied(query, fix), everyFeature).map((problem) => problem.code);
    expect(left).not.toContain(code);
  },
);

test.each<[string, string[]]>([
  ["rte(up[5m])", ["rate(up[5m])"]],
  ["RATE(up[5m])", ["rate(up[5m])"]],
  ["summ(up)", ["sum(up)"]],
  ["holt_winters(up[5m], 0.5, 0.5)", []],
  ["frobnicate(up)", []],
  ["up = 3", ["up == 3"]],
  ["up && down", ["up and down"]],
  ["abs(up,)", ["abs(up)"]],
  ["sum by job (up)", ["sum by (job) (up)"]],
  ["up{job=api}", ['up{job="api"}']],
  ["up{code=500}", ['up{code="500"}']],
  ["up['5m']", ["up[5m]"]],
  ["up['api']", []],
  ['"a\\d"', ['"a\\\\d"']],
  ["'up\\", ["'up\\\\'"]],
  ["up{job='api}", ["up{job='api'}"]],
  ["sum(rate(up[5m", ["sum(rate(up[5m]))"]],
  ["rate(up[5m)", ["rate(up[5m])"]],
  ['rate(up{job="a"[5m])', ['rate(up{job="a"}[5m])']],
  ["up[(5m]", ["up[(5m)]"]],
  ["(up # comment", ["(up) # comment"]],
  ["rate(up)", ["rate(up[5m])"]],
  ["rate(up offset 1h)", ["rate(up[5m] offset 1h)"]],
  ["rate(sum(up))", ["sum(rate(up[5m]))", "rate(sum(up)[5m:])"]],
  ["rate(-up)", ["rate((-up)[5m:])"]],
  ["abs(up[5m])", ["abs(rate(up[5m]))", "abs(avg_over_time(up[5m]))"]],
  ["abs(5)", ["abs(vector(5))"]],
  ["vector(up)", ["vector(scalar(up))"]],
  ["sum(up)[5m]", ["sum(rate(up[5m]))"]],
  ["1 == 2", ["1 == bool 2"]],
  ["up + bool 5", ["up + 5"]],
  ["up or 5", ["up or vector(5)"]],
  ["1 or 5", ["vector(1) or vector(5)"]],
])("%j is repaired as %j", (query, repaired) => {
  expect(check(query, everyFeature).flatMap(({ fixes = [] }) => fixes.map((fix) => applied(query, fix)))).toEqual(
    repaired,
  );
});

test.each([
  ["rte(up[5m])", "use `rate`"],
  ["holt_winters(up[5m], 0.5, 0.5)", "use `double_exponential_smoothing()` since Prometheus 3.0"],
  ["count_scalar(up)", "use `scalar(count(…))`"],
  ["clamp(up)", "write `clamp(up, 1, 1)`"],
  ["topk(up)", "give it a parameter and a vector: `topk(5, up)`"],
])("the help for %j is: %s", (query, help) => {
  expect(check(query)).toMatchObject([{ help }]);
});

function applied(text: string, { edits }: Fix): string {
  const last = edits.toSorted((a, b) => b.from - a.from || b.to - a.to);
  return last.reduce((result, { from, to, insert }) => result.slice(0, from) + insert + result.slice(to), text);
}
