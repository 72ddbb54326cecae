import fc from "fast-check";
import { expect, test } from "vitest";
import { labelsOf } from "../../src/engine/labels.js";
import { parseNotedLabels } from "../../src/engine/readers/series-notation.js";
import { unquote } from "../../src/promql/strings.js";
import type { DifferenceLine, TestFileOutcome } from "../../src/testing/outcome.js";
import { runUnitTests } from "../../src/testing/run-unit-tests.js";
import "../reproducible.js";
import { failuresOf } from "../testing/failures.js";
import { unitTestCases } from "../testing/unit-test-cases.js";
import { promtoolTests } from "./promtool-tests.js";
import { type RandomTestFile, type RandomUnitTests, randomUnitTests } from "./random-unit-tests.js";
import { describeLive } from "./server.js";

function run({ tests, rules }: { readonly tests: RandomTestFile; readonly rules: object }): Promise<TestFileOutcome> {
  const found = [{ path: "rules.yml", text: JSON.stringify(rules) }];
  return runUnitTests("tests.yml", JSON.stringify(tests), { ruleFiles: () => Promise.resolve(found) });
}

/** The tests with what we have found as what is expected. */
function withExpectations({ tests }: RandomUnitTests, { cases }: TestFileOutcome): RandomTestFile {
  const found = new Map(cases.map(({ subject, difference = [] }) => [subject, difference]));
  return {
    ...tests,
    tests: tests.tests.map((each) => ({
      ...each,
      alert_rule_test: each.alert_rule_test.map((one) => ({
        ...one,
        exp_alerts: alertsOf(found.get(`alert ${one.alertname} at ${shortTime(one.eval_time)}`) ?? []),
      })),
      promql_expr_test: each.promql_expr_test.map((one) => ({
        ...one,
        exp_samples: samplesOf(found.get(`${one.expr} at ${shortTime(one.eval_time)}`) ?? []),
      })),
    })),
  };
}

function shortTime(seconds: string): string {
  const count = Number(seconds.replace("s", ""));
  const [minutes, rest] = [Math.floor(count / 60), count % 60];
  return `${minutes > 0 ? `${minutes}m` : ""}${rest > 0 || minutes === 0 ? `${rest}s` : ""}`;
}

function alertsOf(lines: readonly DifferenceLine[]): readonly object[] {
  const alerts: { exp_labels: object; exp_annotations: Record<string, string> }[] = [];
  for (const { text } of lines) {
    const [, name = "", value = ""] = /^ {2}(\w+): (".*")$/.exec(text) ?? [];
    if (name === "") alerts.push({ exp_labels: labelsIn(text.replace(/^\w+/, "")), exp_annotations: {} });
    else Object.assign(alerts.at(-1)?.exp_annotations ?? {}, { [name]: unquote(value).value });
  }
  return alerts;
}

function labelsIn(text: string): object {
  const labels = parseNotedLabels(text);
  return Object.fromEntries("mistake" in labels ? labelsOf([]).pairs : labels.pairs);
}

function samplesOf(lines: readonly DifferenceLine[]): readonly object[] {
  return lines.map(({ text }) => {
    const at = text.lastIndexOf(" ");
    return { labels: text.slice(0, at), value: Number(text.slice(at + 1)) };
  });
}

describeLive("unit tests: our verdict is that of promtool", () => {
  test("on the table of cases", () => {
    const verdicts = promtoolTests(Object.values(unitTestCases));
    const sorted = (fails: readonly string[] | "rejected") => (typeof fails === "string" ? fails : fails.toSorted());
    const ours = Object.entries(unitTestCases).map(([name, { fails }]) => [name, sorted(fails)] as const);
    const theirs = ours.map(([name], k) => [name, sorted(verdicts[k]?.fails ?? [])] as const);
    expect(Object.fromEntries(theirs)).toEqual(Object.fromEntries(ours));
  });

  test("on random rules: it expects what we have found", async () => {
    const count = process.env["PROMQL_LINT_FULL"] === "1" ? 1000 : 50;
    const inputs: { readonly rules: object; readonly tests: RandomTestFile }[] = [];
    for (const each of fc.sample(randomUnitTests, count)) {
      inputs.push({ rules: each.rules, tests: withExpectations(each, await run(each)) });
    }
    const texts = inputs.map(({ rules, tests }) => ({ rules: JSON.stringify(rules), tests: JSON.stringify(tests) }));
    const verdicts = promtoolTests(texts);
    const different: unknown[] = [];
    let passed = 0;
    for (const [k, input] of inputs.entries()) {
      const outcome = await run(input);
      const ours = failuresOf(outcome);
      const { fails = [], output } = verdicts[k] ?? {};
      if (fails.length === 0) passed++;
      if (JSON.stringify(ours) !== JSON.stringify(fails)) different.push({ ...texts[k], ours, fails, output });
    }
    expect(different.slice(0, 3)).toEqual([]);
    expect(passed).toBeGreaterThan(count / 3);
  });
});
