import { expect, test } from "vitest";
import { readSource } from "../../src/files/index.js";

const file = `rule_files: [rules.yaml]
tests:
- input_series:
  - {series: 'up{job="a"}', values: 1x5}
  alert_rule_test:
  - {alertname: Down, eval_time: 5m}
  promql_expr_test:
  - {expr: sum(up), eval_time: 1m}
  - {expr: up, eval_time: 1m}
- promql_expr_test:
  - eval_time: 1m
`;

test("the queries of unit tests are read for one time", () => {
  const { queries, problems, ruleFiles } = readSource("tests.yaml", file);
  expect(queries.map(({ field, text, use }) => [field, text, use])).toEqual([
    ["tests[0].promql_expr_test[0].expr", "sum(up)", "instant"],
    ["tests[0].promql_expr_test[1].expr", "up", "instant"],
  ]);
  expect([problems, ruleFiles]).toEqual([[], []]);
});

test.each([
  ["promql_expr_test: {expr: up}", "wrong-type: {expr: up}"],
  ["promql_expr_test: [up]", "wrong-type: up"],
  ["promql_expr_test: [{expr: [up]}]", "wrong-type: [up]"],
])("a wrong type is a problem: %s", (test, expected) => {
  const text = `tests:\n- ${test}\n`;
  const { problems } = readSource("tests.yaml", text);
  expect(problems.map(({ code, at }) => `${code}: ${text.slice(at.from, at.to)}`)).toEqual([expected]);
});

test("a test without `promql_expr_test` has no queries: {expr: (}", () => {
  expect(readSource("tests.yaml", "tests:\n- {expr: (}\n").queries).toEqual([]);
});
