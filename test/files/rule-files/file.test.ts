import { describe, expect, test } from "vitest";
import { fixSource, lintSource, readSource, withQueries } from "../../../src/files/index.js";

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
    expect(source.problems.map(({ code }) => code)).toEqual(["unusual-name"]);
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
  ["two merge keys", "groups:\n- &g\n  name: g\n  rules: []\n- <<: *g\n  <<: *g\n  name: h\n", ["duplicate-key: <<"]],
  ["one merge key with a list", "groups:\n- &g\n  name: g\n  rules: []\n- <<: [*g, *g]\n  name: h\n", []],
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

test.each([
  ["exp: up", "unknown-field: exp", "expr: up"],
  ["Expr: up", "unknown-field: Expr", "expr: up"],
  ["expr: up\n    lables: {a: b}", "unknown-field: lables", "expr: up\n    labels: {a: b}"],
  ["expr: up\n    'annotation': {a: b}", "unknown-field: 'annotation'", "expr: up\n    'annotations': {a: b}"],
  ["expr: up\n    keepFiringFor: 5m", "unknown-field: keepFiringFor", "expr: up\n    keep_firing_for: 5m"],
  ["expr: up\n    for: 5 minutes", "bad-duration: 5 minutes", "expr: up\n    for: 5m"],
  ["expr: up\n    for: 1h 30m", "bad-duration: 1h 30m", "expr: up\n    for: 1h30m"],
  ["expr: up\n    for: '1.5h'", "bad-duration: '1.5h'", "expr: up\n    for: '1h30m'"],
  ["expr: up\n    for: 5M", "bad-duration: 5M", "expr: up\n    for: 5m"],
  ["expr: up\n    for: 2 hours and 5 min", "bad-duration: 2 hours and 5 min", "expr: up\n    for: 2h5m"],
])("a certain mistake is repaired: %s", (rule, expected, repaired) => {
  const text = rules(`alert: A\n    ${rule}`);
  const source = readSource("rules.yaml", text);
  expect(source.problems.map(({ code, at }) => `${code}: ${text.slice(at.from, at.to)}`)).toEqual([expected]);
  expect(fixSource(source, { rules: [] }).source.text).toBe(rules(`alert: A\n    ${repaired}`));
});

test.each([
  ["group", "group:\n- {name: g, rules: [{alert: A, expr: up}]}\n", "groups:"],
  ["Groups", "Groups:\n- {name: g, rules: [{alert: A, expr: up}]}\n", "groups:"],
  ["rule", "groups:\n- {name: g, rule: [{alert: A, expr: up}]}\n", "rules:"],
  ["'ruels'", "groups:\n- {name: g, 'ruels': [{record: r, expr: up}]}\n", "'rules':"],
  ["group", "kind: PrometheusRule\nspec:\n  group:\n  - {name: g, rules: [{alert: A, expr: up}]}\n", "groups:"],
])("a misspelt key does not hide the rules below it: %s", (key, text, repaired) => {
  const { problems } = readSource("rules.yaml", text);
  expect(problems.map(({ code, at }) => `${code}: ${text.slice(at.from, at.to)}`)).toEqual([`unknown-field: ${key}`]);
  const fixed = fixSource(readSource("rules.yaml", text), { rules: [] }).source;
  expect(fixed.text).toBe(text.replace(`${key}:`, repaired));
  expect([fixed.problems, fixed.queries.map((query) => query.text)]).toEqual([[], ["up"]]);
});

test.each([
  ["values: {group: [{name: g, rules: [{alert: A, expr: up}]}]}"],
  ["group: [{name: g, rules: [{alert: A, expr: up}]}]\nother: 1"],
  ["groups: [{name: g, rule: [{name: A}]}]"],
  ["groups: [{name: g, members: [{alert: A, expr: up}]}]"],
])("a key of another file is none of a rule file: %s", (text) => {
  expect(readSource("values.yaml", text).problems).toEqual([]);
});

test.each([
  ["no unit", "expr: up\n    for: 5", "give it a unit: `5s` are seconds, `5m` are minutes"],
  [
    "no duration",
    "expr: up\n    for: soon",
    "write whole numbers with the units `y`, `w`, `d`, `h`, `m`, `s`, `ms`: `1h30m`",
  ],
  [
    "an unknown unit",
    "expr: up\n    for: 5 constructor",
    "write whole numbers with the units `y`, `w`, `d`, `h`, `m`, `s`, `ms`: `1h30m`",
  ],
  ["a label beside labels", "expr: up\n    severity: page", "put it below `labels`"],
  ["an annotation beside annotations", "expr: up\n    summary: Down", "put it below `annotations`"],
  ["a field of the group", "expr: up\n    interval: 1m", "put it beside the `name` of the group"],
  ["a field twice", "expr: up\n    exprs: up", "remove it: `expr` is there already"],
])("nothing certain is known of %s", (_name, rule, help) => {
  const { problems } = readSource("rules.yaml", rules(`alert: A\n    ${rule}`));
  expect(problems.map((problem) => [problem.help, problem.fixes])).toEqual([[help, undefined]]);
});

describe("fields of other servers are no mistakes", () => {
  test.each(["partial_response_strategy: abort", "source_tenants: [a]", "evaluation_delay: 1m", "concurrency: 2"])(
    "%s",
    (field) => {
      const text = `groups:\n- name: g\n  ${field}\n  rules: [{alert: A, expr: up}]\n`;
      expect(readSource("rules.yaml", text).problems).toEqual([]);
    },
  );

  test("namespace: of Mimir", () => {
    expect(readSource("rules.yaml", `namespace: a\n${rules("alert: A\n    expr: up")}`).problems).toEqual([]);
  });
});

describe("rules in another language", () => {
  test.each([
    'sum(rate({app="a"} |= "error" [5m]))',
    'sum by (a) (count_over_time({app="a"} | json | b > 5 [1m]))',
    'bytes_rate({app="a"}[5m])',
  ])("LogQL: %s", (expr) => {
    const source = readSource(
      "rules.yaml",
      `groups:\n- {name: g, rules: [{alert: A, expr: up}, {alert: B, expr: '${expr}'}]}\n`,
    );
    expect(source.problems).toMatchObject([{ code: "other-language", severity: "info" }]);
    expect([source.queries, source.ruleFiles]).toEqual([[], []]);
  });

  test.each(['up{a="|= \\"x\\""}', "a != b", 'count_over_time({a="b"}[5m])'])("PromQL: %s", (expr) => {
    const source = readSource("rules.yaml", `groups:\n- {name: g, rules: [{alert: A, expr: '${expr}'}]}\n`);
    expect(source.queries.map(({ text }) => text)).toEqual([expr]);
  });

  test("a group of vmalert for logs", () => {
    const source = readSource(
      "rules.yaml",
      "groups:\n- {name: g, type: vlogs, rules: [{alert: A, expr: '* | stats count()'}]}\n",
    );
    expect([source.problems, source.queries]).toEqual([[], []]);
  });

  test("what PromQL rejects may be MetricsQL", () => {
    const text = "groups:\n- {name: g, concurrency: 2, rules: [{record: r, expr: rate(up) keep_metric_names}]}\n";
    const found = lintSource(readSource("rules.yaml", text), { rules: [] });
    expect(found.map(({ severity, fixes }) => [severity, fixes])).toEqual(found.map(() => ["info", []]));
    expect(found.length).toBeGreaterThan(0);
  });
});

describe("YAML as the reader of Prometheus takes it", () => {
  const ruleFile = (expr: string): string => `groups:\n- name: g\n  rules:\n  - record: a\n    expr: ${expr}\n`;

  test.each([
    ["|#why\n      up", "up\n"],
    ["|-#why\n      up", "up"],
    [">#why\n      up\n      == 1", "up == 1\n"],
    ['"up"#why', "up"],
  ])("a comment right behind a value: %j", (expr, expected) => {
    const { queries, problems, comments, text } = readSource("rules.yaml", ruleFile(expr));
    expect([queries.map(({ text }) => text), problems]).toEqual([[expected], []]);
    expect(comments.map(({ from, to }) => text.slice(from, to))).toEqual(["#why"]);
  });

  test.each([
    ['"up{a=\\"\\/b\\/\\"}"', ["\\/", "\\/"], '"up{a=\\"/b/\\"}"'],
    ['"up{a=\\"b\\\\\\\\/c\\"}"', [], undefined],
    ["'up{a=\"\\\\/c\"}'", [], undefined],
  ])("a slash that is escaped: %s", (expr, expected, fixed = expr) => {
    const source = readSource("rules.yaml", ruleFile(expr));
    const found = source.problems.filter(({ code }) => code === "unknown-escape");
    expect(found.map(({ at }) => source.text.slice(at.from, at.to))).toEqual(expected);
    expect(fixSource(source, { rules: [] }).source.text).toBe(ruleFile(fixed));
  });

  test("a slash that is escaped in a dashboard is no mistake", () => {
    const text = '{"panels": [{"type": "stat", "targets": [{"expr": "up{a=\\"\\/\\"}", "refId": "A"}]}]}';
    expect(readSource("a.json", text).problems).toEqual([]);
  });

  test("lines that end with CR alone are said to", () => {
    const { problems } = readSource("rules.yaml", ruleFile("up").replaceAll("\n", "\r"));
    expect(problems).toMatchObject([{ code: "yaml-syntax", help: expect.stringContaining("CR alone") as string }]);
  });
});
