import { expect, test } from "vitest";
import { readSource } from "../../../src/files/index.js";

const manifest = (expr: string): string =>
  `apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nspec:\n  groups:\n  - name: g\n    rules:\n    - alert: A\n      expr: ${expr}\n`;

test.each([
  ["a manifest", manifest("up"), ["spec.groups[0].rules[0].expr: up"]],
  [
    "several documents",
    `${manifest("a")}---\nkind: ConfigMap\n---\n${manifest("b")}`,
    ["documents[0].spec.groups[0].rules[0].expr: a", "documents[2].spec.groups[0].rules[0].expr: b"],
  ],
  ["one document that ends", `---\n${manifest("a")}---\n`, ["spec.groups[0].rules[0].expr: a"]],
  [
    "a List",
    `kind: List\nitems:\n- {kind: Service, spec: {groups: [expr]}}\n- ${manifest("a").trim().replaceAll("\n", "\n  ")}\n`,
    ["items[1].spec.groups[0].rules[0].expr: a"],
  ],
  [
    "a PrometheusRuleList",
    "kind: PrometheusRuleList\nitems: [{spec: {groups: [{name: g, rules: [{record: r, expr: a}]}]}}]\n",
    ["items[0].spec.groups[0].rules[0].expr: a"],
  ],
  [
    "JSON",
    JSON.stringify(
      { kind: "PrometheusRule", spec: { groups: [{ name: "g", rules: [{ alert: "A", expr: "up" }] }] } },
      null,
      "\t",
    ),
    ["spec.groups[0].rules[0].expr: up"],
  ],
  [
    "an alias to a query",
    "groups:\n- name: g\n  rules:\n  - {alert: A, expr: &q up}\n  - {alert: B, expr: *q}\n",
    ["groups[0].rules[0].expr: up"],
  ],
  [
    "a query in an anchor above",
    "x: &q up\ngroups: [{name: g, rules: [{alert: B, expr: *q}]}]\n",
    ["groups[0].rules[0].expr: up"],
  ],
  [
    "an alias to rules",
    "groups:\n- {name: g, rules: &r [{alert: A, expr: up}]}\n- {name: h, rules: *r}\n",
    ["groups[0].rules[0].expr: up"],
  ],
  [
    "merge keys",
    "x: &x {expr: a, alert: X}\ny: &y {expr: b}\ngroups:\n- name: g\n  rules:\n  - {<<: *x, alert: A}\n  - {<<: [*y, *x]}\n",
    ["groups[0].rules[0].expr: a", "groups[0].rules[1].expr: b"],
  ],
])("%s", (_name, text, expected) => {
  const { queries, problems } = readSource("a.yaml", text);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(
    queries.map(({ field, map, text: query }) => {
      const { from, to } = map.span({ from: 0, to: query.length });
      return `${field}: ${text.slice(from, to)}`;
    }),
  ).toEqual(expected);
});

test("a rule reached twice is two rules and one query", () => {
  const { ruleFiles, queries } = readSource("a.yaml", "groups:\n- &g {name: g, rules: [{alert: A, expr: up}]}\n- *g\n");
  expect([ruleFiles[0]?.groups.length, queries.length]).toEqual([2, 1]);
});

test.each<[string, readonly string[]]>([
  ["1.5h", []],
  ["1.5H30m", []],
  ["'90'", []],
  ["5 min", ["bad-duration: 5 min"]],
  ["1.h", ["bad-duration: 1.h"]],
  ["'1h '", ["bad-duration: '1h '"]],
])("in a VMRule a duration is what MetricsQL takes for one: %s", (duration, expected) => {
  const group = `{name: g, interval: ${duration}, rules: [{alert: A, expr: up}]}`;
  const text = `kind: VMRule\nspec:\n  groups:\n  - ${group}\n`;
  const { problems } = readSource("a.yaml", text);
  expect(problems.map(({ code, at }) => `${code}: ${text.slice(at.from, at.to)}`)).toEqual(expected);
});
