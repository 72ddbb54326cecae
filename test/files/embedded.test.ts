import { describe, expect, test } from "vitest";
import { fixSource, lintSource, readSource } from "../../src/files/index.js";
import { regexWithoutPattern } from "../../rules/regex-without-pattern.js";
import { dashboard, problemsOf, told } from "./dashboards.js";
import { apply } from "./rules-around.js";

const rules = "groups:\n- name: g\n  rules:\n  - alert: A\n    expr: sum(up\n    labels: {a: b}\n";
const indented = (text: string, columns: number) => text.trimEnd().replace(/^(?=.)/gm, " ".repeat(columns));

const configMap = (key: string, text: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  other.txt: expr\n  ${key}: |\n${indented(text, 4)}\n`;

describe("files in a ConfigMap", () => {
  test.each([
    ["alerts.yaml", rules, ['data["alerts.yaml"].groups[0].rules[0].expr alert: sum(up']],
    ["alerts.yml", rules, ['data["alerts.yml"].groups[0].rules[0].expr alert: sum(up']],
    ["alerts.rules", rules, ['data["alerts.rules"].groups[0].rules[0].expr alert: sum(up']],
    ["up.promql", "sum(\n  up\n)", ['data["up.promql"] range: sum(\n      up\n    )\n']],
    ["a.json", dashboard([{ expr: "up" }]), ['data["a.json"].panels[0].targets[0].expr range: up']],
    ["alerts.txt", rules, []],
    ["app.yaml", "groups: [admins]\n", []],
  ])("%s", (key, text, expected) => {
    const source = readSource("a.yaml", configMap(key, text));
    expect([told(source), problemsOf(source)]).toEqual([expected, []]);
  });

  test("have rule files, panels, fields and comments of their own", () => {
    const text = `# outer\n${configMap("a.yaml", `# inner\n${rules}`)}---\n${configMap("b.json", dashboard([{ expr: "up" }]))}`;
    const source = readSource("a.yaml", text);
    const alert = source.field('documents[0].data["a.yaml"].groups[0].rules[0].alert')?.span({ from: 0, to: 1 });
    expect(text.slice(alert?.from, alert?.to)).toBe("A");
    expect(source.comments.map(({ from, to }) => text.slice(from, to))).toEqual(["# outer", "# inner"]);
    expect([source.ruleFiles.length, source.panels.map(({ title }) => title.text)]).toEqual([1, ["CPU"]]);
  });

  test("have problems of their own, at their places", () => {
    const source = readSource("a.yaml", configMap("a.yaml", "groups:\n- name: g\n  rules:\n  - alert: A\n"));
    expect(problemsOf(source)).toEqual(["missing-expr: alert: A"]);
    const broken = readSource("a.yaml", configMap("a.yaml", `${rules}  - alert: b: c\n`));
    expect(problemsOf(broken)).toEqual(["yaml-syntax: b"]);
  });

  test("are read around the actions of a template, and say once for the file what is not", () => {
    const templated = dashboard([{ expr: "up{a=~'{{ .Values.a }}',b=~'c'}" }, { expr: "{{ .Values.b }}" }]);
    const source = readSource("a.yaml", `${configMap("a.json", templated)}  b.json: |\n${indented(templated, 4)}\n`);
    const [query] = source.queries;
    expect(source.queries).toHaveLength(2);
    expect(query?.restore?.(query.text)).toBe("up{a=~'{{ .Values.a }}',b=~'c'}");
    expect(problemsOf(source)).toEqual(["helm-template: {{ .Values.b }}"]);
  });

  test("are read once, whatever aliases lead to them", () => {
    const text = "kind: ConfigMap\ndata:\n  a.promql: &a up\n  b.promql: *a\n";
    expect(told(readSource("a.yaml", text))).toEqual(['data["a.promql"] range: up']);
  });

  test("stand in lists", () => {
    const item = (kind: string) => `{${kind}data: {a.promql: up}}`;
    expect(told(readSource("a.yaml", `kind: ConfigMapList\nitems: [${item("")}]\n`))).toEqual([
      'items[0].data["a.promql"] range: up',
    ]);
    const list = `kind: List\nitems: [${item("kind: Secret, ")}, ${item("kind: ConfigMap, ")}]\n`;
    expect(told(readSource("a.yaml", list))).toEqual(['items[1].data["a.promql"] range: up']);
  });

  test("may be embedded three times, and no more", () => {
    const nest = (text: string): string => JSON.stringify({ kind: "ConfigMap", data: { "a.json": text } });
    const three = nest(nest(nest(dashboard([{ expr: "up" }]))));
    expect(readSource("a.json", three).queries.map(({ field }) => field)).toEqual([
      'data["a.json"].data["a.json"].data["a.json"].panels[0].targets[0].expr',
    ]);
    expect(readSource("a.json", nest(three)).queries).toEqual([]);
  });
});

describe("other places", () => {
  const json = dashboard([{ expr: "up" }]);

  test.each([
    [
      "values of kube-prometheus-stack",
      `grafana:\n  dashboards:\n    default:\n      my-nodes:\n        json: |\n${indented(json, 10)}\n      other: {gnetId: 1}\n`,
      ['grafana.dashboards.default["my-nodes"].json.panels[0].targets[0].expr range: up'],
    ],
    [
      "values of Grafana",
      `dashboards:\n  default:\n    nodes:\n      json: |\n${indented(json, 8)}\n`,
      ["dashboards.default.nodes.json.panels[0].targets[0].expr range: up"],
    ],
    [
      "a GrafanaDashboard",
      `kind: GrafanaDashboard\nspec:\n  json: >\n${indented(json, 4)}\n`,
      ["spec.json.panels[0].targets[0].expr range: up"],
    ],
    ["a GrafanaDashboard from elsewhere", "kind: GrafanaDashboard\nspec: {url: 'https://example.com/expr'}\n", []],
    ["other values", "dashboards: [expr]\ngrafana: {dashboards: {a: expr}}\n", []],
  ])("%s", (_name, text, expected) => {
    const source = readSource("a.yaml", text);
    expect([told(source), problemsOf(source)]).toEqual([expected, []]);
  });
});

describe("fixes go through both texts", () => {
  const expr = 'sum(up{job=~"api"})\n  by (job)';
  const json = dashboard([{ expr }, { expr: "up" }]);
  const options = { rules: [regexWithoutPattern], review: true };

  test.each([
    ["a literal block", configMap("a.json", json)],
    ["a literal block with CRLF", configMap("a.json", json).replaceAll("\n", "\r\n")],
    ["a folded block", `kind: GrafanaDashboard\nspec:\n  json: >-\n${indented(json, 4)}\n`],
    ["double quotes", `kind: ConfigMap\ndata:\n  a.json: ${JSON.stringify(json)}\n`],
    [
      "single quotes",
      `kind: ConfigMap\ndata:\n  a.json: '${JSON.stringify(JSON.parse(json)).replaceAll("'", "''")}'\n`,
    ],
    ["JSON in JSON", JSON.stringify({ kind: "ConfigMap", data: { "a.json": json } }, null, 1)],
  ])("%s", (_name, text) => {
    const source = readSource("a.yaml", text);
    const [found] = lintSource(source, options);
    expect([found?.panel, text.slice(found?.at.from, found?.at.to)]).toEqual(["CPU", "=~"]);
    const { source: fixed } = fixSource(source, options);
    expect(fixed.queries.map((query) => query.text)).toEqual([expr.replace("=~", "="), "up"]);
    expect(fixed.text).toBe(text.slice(0, found?.at.from) + text.slice(found?.at.from).replace("=~", "="));
    expect(lintSource(fixed, options)).toEqual([]);
  });

  test("a new line of a query stays an escape", () => {
    const text = configMap("a.json", json);
    const [query] = readSource("a.yaml", text).queries;
    const edits = query?.map.rewrite([{ from: 0, to: expr.length, insert: 'sum(\n  "up"\n)' }]) ?? [];
    const rewritten = apply(text, edits);
    expect(readSource("a.yaml", rewritten).queries[0]?.text).toBe('sum(\n  "up"\n)');
    expect(rewritten.split("\n")).toHaveLength(text.split("\n").length);
  });
});
