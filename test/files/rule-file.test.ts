import { describe, expect, test } from "vitest";
import { readSource, withQueries } from "../../src/files/index.js";

const file = `groups:
- name: g
  interval: 30s
  rules:
  - alert: Down
    expr: up == 0
    for: 5m
    keep_firing_for: 1m
    labels: {severity: page, tier: 1}
    annotations:
      summary: "Is \\"down\\""
      a.b: dotted
  - record: job:up:sum
    expr: 1
    labels:
`;

describe("a rule file", () => {
  const source = readSource("rules.yaml", file);

  test("has a query for each rule", () => {
    expect(source.queries.map(({ field, use, text, rule }) => [field, use, text, rule?.kind])).toEqual([
      ["groups[0].rules[0].expr", "alert", "up == 0", "alerting-rule"],
      ["groups[0].rules[1].expr", "record", "1", "recording-rule"],
    ]);
    expect(source.problems).toEqual([]);
  });

  test("gives its rules", () => {
    const [group] = source.ruleFiles[0]?.groups ?? [];
    const [alert, record] = group?.rules ?? [];
    expect(group).toMatchObject({ name: { text: "g" }, interval: { text: "30s", field: "groups[0].interval" } });
    expect(alert).toMatchObject({ alert: { text: "Down" }, for: { text: "5m" }, keepFiringFor: { text: "1m" }, group });
    expect(alert?.labels.get("tier")).toEqual({ text: "1", field: "groups[0].rules[0].labels.tier" });
    expect(record).toMatchObject({ record: { text: "job:up:sum" }, labels: new Map() });
  });

  test.each([
    ["groups[0].name", "g", "g"],
    ["groups[0].rules[0].for", "5m", "5m"],
    ["groups[0].rules[0].annotations.summary", '"down"', '\\"down\\"'],
    ['groups[0].rules[0].annotations["a.b"]', "dotted", "dotted"],
    ["groups[0].rules[1].record", "up", "up"],
  ])("knows the place of %s", (field, part, expected) => {
    const map = source.field(field) ?? expect.fail();
    const from = { "groups[0].rules[0].annotations.summary": 3, "groups[0].rules[1].record": 4 }[field] ?? 0;
    const span = map.span({ from, to: from + part.length });
    expect(file.slice(span.from, span.to)).toBe(expected);
  });

  test("takes queries", () => {
    const [read] = source.ruleFiles;
    const filled = read && withQueries(read, () => undefined);
    expect(filled).toEqual(read);
    expect(filled?.groups[0]?.rules[0]?.group).toBe(filled?.groups[0]);
  });
});

test.each([
  ["groups as a mapping", "groups:\n  name: g\n  rules: [{alert: A, expr: up}]\n", ["wrong-type: name: g"]],
  ["rules as a mapping", "groups:\n- name: g\n  rules:\n    alert: A\n    expr: up\n", ["wrong-type: alert: A"]],
  [
    "a group without name",
    "groups:\n- rules: [{alert: A, expr: up}]\n",
    ["missing-name: rules: [{alert: A, expr: up}]"],
  ],
  ["a rule as a text", "groups:\n- name: g\n  rules: [expr]\n", ["wrong-type: expr"]],
  ["no expr", rules("alert: A"), ["missing-expr: alert: A"]],
  ["an empty expr", rules("alert: A\n    expr:"), ["missing-expr: expr"]],
  ["a null expr", rules("alert: A\n    expr: ~"), ["missing-expr: expr"]],
  ["expr as a list", rules("alert: A\n    expr: [up]"), ["wrong-type: [up]"]],
  ["both", rules("alert: A\n    record: B\n    expr: up"), ["alert-and-record: record"]],
  ["neither", rules("expr: up"), ["no-alert-or-record: expr: up"]],
  ["labels as a list", rules("alert: A\n    expr: up\n    labels: [a]"), ["wrong-type: [a]"]],
  ["a label as a list", rules("alert: A\n    expr: up\n    labels: {a: [b]}"), ["wrong-type: [b]"]],
  ["the same key twice", rules("alert: A\n    expr: up\n    expr: down"), ["duplicate-key: expr"]],
  ["a number as expr", rules("alert: A\n    expr: 1"), []],
  ["a quoted null as expr", rules("alert: A\n    expr: 'null'"), []],
])("%s", (_name, text, expected) => {
  const { problems } = readSource("rules.yaml", text);
  expect(problems.map(({ code, at }) => `${code}: ${text.slice(at.from, at.to)}`)).toEqual(expected);
  expect(problems.every(({ message }) => message.startsWith("The file is rejected: "))).toBe(true);
});

function rules(rule: string): string {
  return `groups:\n- name: g\n  rules:\n  # expr\n  - ${rule}\n`;
}
