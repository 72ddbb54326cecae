import { expect, test } from "vitest";
import { runUnitTests } from "../../src/testing/run-unit-tests.js";
import { failuresOf } from "./failures.js";
import { unitTestCases } from "./unit-test-cases.js";

test.each(Object.entries(unitTestCases))("%s", async (_, { tests, rules, fails }) => {
  const outcome = await runUnitTests("tests.yml", tests, {
    ruleFiles: (pattern) =>
      Promise.resolve(rules !== undefined && /^r/.test(pattern) ? [{ path: "rules.yml", text: rules }] : []),
  });
  const failed = failuresOf(outcome);
  expect(typeof failed === "string" ? failed : failed.toSorted()).toEqual(
    typeof fails === "string" ? fails : fails.toSorted(),
  );
});

test("a test begins when it says", async () => {
  const tests = ["1600000000", '"2020-09-13T12:26:40Z"', "2020-09-13T14:26:40.5+02:00"].map(
    (start) => `- start_timestamp: ${start}
  input_series: [{ series: up, values: 1 2 3 }]
  promql_expr_test:
  - { expr: "timestamp(up) - 1600000060", eval_time: 1m, exp_samples: [{ value: 0 }] }
  - { expr: "up @ 1600000000.5", eval_time: 1m, exp_samples: [{ labels: up, value: 1 }] }
`,
  );
  const outcome = await runUnitTests("t.yml", `tests:\n${tests.join("")}`, { ruleFiles: () => Promise.resolve([]) });
  expect(failuresOf(outcome)).toEqual(["timestamp(up) - 1600000060 at 1m"]);
});

test.each(["tomorrow", "2020-13-01T00:00:00Z", "[1]"])("the start %s is rejected", async (start) => {
  const tests = `tests: [{start_timestamp: ${start}}]\n`;
  expect(failuresOf(await runUnitTests("t.yml", tests, { ruleFiles: () => Promise.resolve([]) }))).toBe("rejected");
});

test("NaN differs from itself, and no other line does", async () => {
  const tests = `tests:
- input_series: [{ series: 'a{i="1"}', values: NaN }, { series: 'a{i="2"}', values: 2 }]
  promql_expr_test:
  - { expr: a, eval_time: 0, exp_samples: [{ labels: 'a{i="1"}', value: .nan }, { labels: 'a{i="2"}', value: 2 }] }
`;
  const { cases } = await runUnitTests("t.yml", tests, { ruleFiles: () => Promise.resolve([]) });
  expect(cases.map(({ difference }) => difference)).toEqual([
    [
      { kind: "missing", text: 'a{i="1"} NaN' },
      { kind: "unexpected", text: 'a{i="1"} NaN' },
      { kind: "same", text: 'a{i="2"} 2' },
    ],
  ]);
});

test("the rules of a test are not evaluated without end", async () => {
  const tests = "evaluation_interval: 1s\ntests: [{promql_expr_test: [{expr: up, eval_time: 1y}]}]\n";
  const { cases } = await runUnitTests("t.yml", tests, { ruleFiles: () => Promise.resolve([]) });
  expect(cases[0]?.message).toBe("its rules are evaluated more than 1000000 times");
});

test.each([
  ["record: r, expr: h", "the query reads the native histogram `h`, which the embedded engine does not support"],
  [
    "alert: A, expr: vector(1), labels: {a: '{{ query \"up\" }}'}",
    "the result of a query is printed as addresses in memory",
  ],
])("what the engine does not know is unsupported: %s", async (rule, message) => {
  const tests = `rule_files: [r]
tests:
- input_series: [{series: h, values: '{{count:1}}'}, {series: up, values: 1}]
  alert_rule_test: [{eval_time: 0, alertname: A, exp_alerts: [{}]}]
`;
  const text = `groups: [{name: g, rules: [{${rule}}]}]`;
  const ruleFiles = () => Promise.resolve([{ path: "r", text }]);
  const { cases } = await runUnitTests("t.yml", tests, { ruleFiles });
  expect(cases.map(({ status, message: why }) => [status, why])).toEqual([["unsupported", message]]);
});

test("a rule file that cannot be read is a problem of that file", async () => {
  const tests = "rule_files: [r.yml]\ntests: [{}]\n";
  const ruleFiles = () => Promise.resolve([{ path: "r.yml", reason: "is a folder" }]);
  const { problems } = await runUnitTests("t.yml", tests, { ruleFiles });
  expect(problems).toEqual([{ at: { path: "r.yml", line: 1, column: 1 }, message: "The rule file is a folder" }]);
});
