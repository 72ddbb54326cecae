import { describe, expect, test } from "vitest";
import { readSource } from "../../../src/files/index.js";

const rule = "alert: A, expr: up";

test.each([
  ["a list of groups", `- {name: g, rules: [{${rule}}]}\n`, ["[0].rules[0].expr"]],
  ["a list of rules", `- {${rule}}\n- {record: r, expr: up}\n`, ["[0].expr", "[1].expr"]],
  ["a rule", "alert: A\nexpr: up\n", ["expr"]],
  ["a group", `name: g\nrules:\n- {${rule}}\n`, ["rules[0].expr"]],
  [
    "what a mixin gives",
    `{"prometheusAlerts": {"groups": [{"name": "g", "rules": [{"alert": "A", "expr": "up"}]}]}}`,
    ["prometheusAlerts.groups[0].rules[0].expr"],
  ],
  [
    "values of the chart of Prometheus",
    `serverFiles:\n  alerting_rules.yml:\n    groups: [{name: g, rules: [{${rule}}]}]\n  recording_rules.yml: {}\n`,
    ['serverFiles["alerting_rules.yml"].groups[0].rules[0].expr'],
  ],
  [
    "values of kube-prometheus-stack",
    `additionalPrometheusRulesMap:\n  a: {groups: [{name: g, rules: [{${rule}}]}]}\nadditionalPrometheusRules:\n- name: b\n  groups: [{name: g, rules: [{${rule}}]}]\n`,
    ["additionalPrometheusRulesMap.a.groups[0].rules[0].expr", "additionalPrometheusRules[0].groups[0].rules[0].expr"],
  ],
  [
    "values of a dependency",
    `monitoring:\n  additionalPrometheusRulesMap:\n    a: {groups: [{name: g, rules: [{${rule}}]}]}\n`,
    ["monitoring.additionalPrometheusRulesMap.a.groups[0].rules[0].expr"],
  ],
  ["rules of a chart", `metrics: {prometheusRule: {rules: [{${rule}}]}}\n`, ["metrics.prometheusRule.rules[0].expr"]],
  [
    "manifests in values",
    `extraManifests:\n- kind: PrometheusRule\n  spec: {groups: [{name: g, rules: [{${rule}}]}]}\n`,
    ["extraManifests[0].spec.groups[0].rules[0].expr"],
  ],
  [
    "a manifest of another kind",
    `kind: HelmRelease\nspec: {values: {additionalPrometheusRules: [{name: a, groups: [{name: g, rules: [{${rule}}]}]}]}}\n`,
    ["spec.values.additionalPrometheusRules[0].groups[0].rules[0].expr"],
  ],
  ["namespaces of Mimir and Loki", `shop:\n- {name: g, rules: [{${rule}}]}\n`, ["shop[0].rules[0].expr"]],
])("%s", (_name, text, expected) => {
  const { queries, problems } = readSource("a.yaml", text);
  expect(problems).toEqual([]);
  expect(queries.map(({ field }) => field)).toEqual(expected);
});

/** All of them hold the word `expr`, so that they are looked through. */
describe("silent", () => {
  test.each([
    ["a workflow", "on: push\njobs: {a: {steps: [{run: echo expr}]}}\n"],
    ["a deployment", "kind: Deployment\nspec: {template: {spec: {containers: [{args: [expr]}]}}}\n"],
    ["OpenAPI", "paths: {/a: {get: {parameters: [{name: expr, in: query}]}}}\n"],
    ["a playbook", "- hosts: all\n  tasks:\n  - {name: expr, assert: {that: a}}\n"],
    ["CloudFormation", "Rules: {A: {Assertions: [{Assert: expr}]}}\n"],
    ["compose", "services: {a: {command: expr 1 + 1}}\n"],
    ["expressions that are no rules", "- {name: a, expr: 1 +}\n- {name: b, expr: (}\n"],
    ["groups of expressions", "groups:\n- name: a\n  items: [{expr: (}]\n"],
    ["alert rules of Grafana", "groups:\n- name: a\n  folder: f\n  rules: [{uid: a, data: [{model: {expr: up}}]}]\n"],
    ["Falco", "- {rule: A, condition: expr, output: a}\n"],
    ["an alert with an expression of another kind", "alert: {a: b}\nexpr: (\n"],
    ["customRules of another chart", "customRules: {a.yaml: '- rule: expr'}\n"],
  ])("%s", (_name, text) => {
    const { queries, problems } = readSource("a.yaml", text);
    expect([queries, problems]).toEqual([[], []]);
  });
});

test("custom rules of kube-prometheus-stack have durations", () => {
  const text = "stack:\n  customRules:\n    A: {for: 5M}\n    B: {for: 5m, severity: none}\n";
  const { problems } = readSource("values.yaml", text);
  expect(problems.map(({ code, at }) => `${code}: ${text.slice(at.from, at.to)}`)).toEqual(["bad-duration: 5M"]);
});

test("rules nested too deep are passed over", () => {
  const text = `${"{a: ".repeat(40)}{alert: A, expr: up}${"}".repeat(40)}`;
  expect(readSource("a.yaml", text).queries).toEqual([]);
});
