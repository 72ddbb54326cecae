import { describe, expect, test } from "vitest";
import { formatSource, lintSource, readSource } from "../../../src/files/index.js";
import { dashboard, problemsOf, queriesOf, told } from "../dashboards.js";

const prometheus = { type: "prometheus", uid: "p1" };
const loki = { type: "loki", uid: "l1" };

describe("where panels stand", () => {
  const panel = (expr: string, rest: object = {}) => ({
    type: "stat",
    datasource: prometheus,
    targets: [{ expr }],
    ...rest,
  });

  test.each<[string, object | readonly object[], string[]]>([
    ["panels", { panels: [panel("a")] }, ["panels[0].targets[0].expr range: a"]],
    [
      "panels of a closed row and of an open one",
      { panels: [{ type: "row", panels: [panel("a")] }, { type: "row", panels: [] }, panel("b")] },
      ["panels[0].panels[0].targets[0].expr range: a", "panels[2].targets[0].expr range: b"],
    ],
    [
      "rows of old dashboards",
      { rows: [{ panels: [panel("a")] }, {}, { panels: [panel("b")] }] },
      ["rows[0].panels[0].targets[0].expr range: a", "rows[2].panels[0].targets[0].expr range: b"],
    ],
    [
      "a panel of the library that is given in place",
      { panels: [{ libraryPanel: { uid: "u", model: panel("a") } }] },
      ["panels[0].libraryPanel.model.targets[0].expr range: a"],
    ],
    [
      "panels of the library that are brought along",
      { panels: [{ libraryPanel: { uid: "u-1" } }], __elements: { "u-1": { kind: 1, model: panel("a") } } },
      ['__elements["u-1"].model.targets[0].expr range: a'],
    ],
    [
      "such panels in a list",
      { panels: [{ libraryPanel: { uid: "u" } }], __elements: [{ model: panel("a") }] },
      ["__elements[0].model.targets[0].expr range: a"],
    ],
    [
      "an answer of the API",
      { meta: {}, dashboard: { panels: [panel("a")] } },
      ["dashboard.panels[0].targets[0].expr range: a"],
    ],
    [
      "a resource",
      { apiVersion: "dashboard.grafana.app/v1beta1", kind: "Dashboard", spec: { panels: [panel("a")] } },
      ["spec.panels[0].targets[0].expr range: a"],
    ],
    [
      "a list of dashboards",
      [{ panels: [panel("a")] }, { dashboard: { panels: [panel("b")] } }],
      ["[0].panels[0].targets[0].expr range: a", "[1].dashboard.panels[0].targets[0].expr range: b"],
    ],
    [
      "a list of resources",
      { kind: "List", items: [{ kind: "Dashboard", spec: { panels: [panel("a")] } }] },
      ["items[0].spec.panels[0].targets[0].expr range: a"],
    ],
    ["a panel alone", panel("a"), ["targets[0].expr range: a"]],
    ["a panel of the library", { name: "CPU", kind: 1, model: panel("a") }, ["model.targets[0].expr range: a"]],
    ["what the API says of one", { result: { kind: 1, model: panel("a") } }, ["result.model.targets[0].expr range: a"]],
    [
      "what the API says of the library",
      { result: { elements: [{ model: panel("a") }, { model: panel("b") }] } },
      ["result.elements[0].model.targets[0].expr range: a", "result.elements[1].model.targets[0].expr range: b"],
    ],
    ["a resource of the library", { kind: "LibraryPanel", spec: panel("a") }, ["spec.targets[0].expr range: a"]],
    ["no targets of a panel", { expr: "a", targets: ["b:9100"], type: "c" }, []],
    ["lists within lists", { items: [{ items: [panel("a")] }] }, []],
  ])("%s", (_name, given, expected) => {
    expect(told(readSource("a.json", JSON.stringify(given)))).toEqual(expected);
  });

  test("YAML", () => {
    const text =
      "panels:\n- title: CPU\n  datasource: {type: prometheus}\n  targets:\n  - expr: |\n      sum(\n        up)\n";
    const [query] = readSource("a.yaml", text).queries;
    expect(query?.text).toBe("sum(\n  up)\n");
  });

  test("several documents", () => {
    const text = `panels: [{targets: [{expr: a}]}]\n---\npanels: [{targets: [{expr: b}]}]\n`;
    expect(told(readSource("a.yaml", text))).toEqual([
      "documents[0].panels[0].targets[0].expr range: a",
      "documents[1].panels[0].targets[0].expr range: b",
    ]);
  });
});

describe("whether a query is for Prometheus", () => {
  const inputs = [
    { name: "DS_PROMETHEUS", type: "datasource", pluginId: "prometheus" },
    { name: "DS_LOKI", pluginId: "loki" },
  ];
  const list = [
    { name: "ds", type: "datasource", query: "prometheus" },
    { name: "logs", type: "datasource", query: "loki" },
  ];

  test.each<[string, unknown, unknown, boolean]>([
    // [name, the panel's data source, the target's, whether it is]
    ["a type", prometheus, undefined, true],
    ["a type without an id", { type: "prometheus" }, undefined, true],
    ["Amazon's Prometheus", { type: "grafana-amazonprometheus-datasource", uid: "a" }, undefined, true],
    ["an Alertmanager", { type: "camptocamp-prometheus-alertmanager-datasource", uid: "a" }, undefined, false],
    ["Loki", loki, undefined, false],
    ["Tempo", { type: "tempo" }, undefined, false],
    ["Elasticsearch", { type: "elasticsearch" }, undefined, false],
    ["InfluxDB", { type: "influxdb" }, undefined, false],
    ["CloudWatch", { type: "cloudwatch" }, undefined, false],
    ["VictoriaMetrics, whose language is another", { type: "victoriametrics-metrics-datasource" }, undefined, false],
    ["an input of an exported dashboard", "${DS_PROMETHEUS}", undefined, true],
    ["an input for Loki", "${DS_LOKI}", undefined, false],
    ["an input as an id", { uid: "${DS_LOKI}" }, undefined, false],
    ["a variable", "$ds", undefined, true],
    ["a variable in brackets", "[[ds]]", undefined, true],
    ["a variable with a format", { type: "prometheus", uid: "${ds:raw}" }, undefined, true],
    ["a variable for Loki", "$logs", undefined, false],
    ["the type counts, whatever the variable is called", { type: "prometheus", uid: "$logs" }, undefined, true],
    ["the name of a data source", "Prometheus EU", undefined, true],
    ["the name of another one", "Loki EU", undefined, false],
    ["the target's own is closer", loki, prometheus, true],
    ["the target's own is another", prometheus, loki, false],
    ["an expression over the others", prometheus, { type: "__expr__", uid: "__expr__" }, false],
    ["an expression, by its id", prometheus, { uid: "__expr__" }, false],
    ["an expression of an old dashboard", prometheus, "__expr__", false],
    ["mixed, and the target says it", "-- Mixed --", prometheus, true],
    ["mixed, and the target says another", { type: "datasource", uid: "-- Mixed --" }, loki, false],
    ["the target does not know, so the panel's", loki, { uid: "P1809F7CD0C75ACF3" }, false],
    ["Grafana's own", { type: "grafana", uid: "grafana" }, undefined, false],
    ["another panel", { type: "datasource", uid: "-- Dashboard --" }, undefined, false],
  ])("%s", (_name, datasource, own, expected) => {
    const targets = [{ expr: "up", ...(own !== undefined && { datasource: own }) }];
    const text = dashboard(targets, { datasource }, { __inputs: inputs, templating: { list } });
    expect(queriesOf(text)).toEqual(expected ? ["up"] : []);
  });

  // Only Loki and Prometheus call a query `expr`. Without a data source a panel asks the default one, and with Loki as the
  // default a dashboard still names Loki somewhere, or has queries that are LogQL for certain.
  test.each<[string, object, string, boolean]>([
    ["nothing is known", {}, "up", true],
    ["the file names Prometheus", { __inputs: inputs }, "up", true],
    ["the file names only Loki", { __inputs: inputs.slice(1) }, 'rate({app="a"}[5m])', false],
    ["the query filters lines", {}, '{app="a"} |= "error"', false],
    ["the query parses lines", { __inputs: inputs }, 'sum(rate({app="a"} | json | level="error" [5m]))', false],
    ["a text in a label looks like a filter", {}, 'up{a=~"} | json"}', true],
  ])("unknown: %s", (_name, rest, expr, expected) => {
    for (const datasource of [null, undefined, "default", { uid: "P1809F7CD0C75ACF3" }]) {
      expect(queriesOf(dashboard([{ expr }], { datasource }, rest))).toEqual(expected ? [expr] : []);
    }
  });

  test.each(["", "  ", null, undefined, {}, []])("no query: %j", (expr) => {
    expect(queriesOf(dashboard([{ expr }]))).toEqual([]);
  });
});

describe("use", () => {
  test.each([
    [{}, "range"],
    [{ range: true }, "range"],
    [{ instant: true }, "instant"],
    [{ instant: true, range: false }, "instant"],
    // Grafana asks both ways.
    [{ instant: true, range: true }, "range"],
    [{ instant: false, range: true }, "range"],
    // The format is how the answer is laid out, and not how it is asked for.
    [{ format: "table" }, "range"],
    [{ format: "table", instant: true }, "instant"],
    [{ format: "heatmap" }, "range"],
  ])("%j", (target, use) => {
    const [query] = readSource("a.json", dashboard([{ expr: "up", ...target }])).queries;
    expect([query?.use, query?.variables]).toEqual([use, "grafana"]);
  });

  test("a range vector is an answer to an instant query alone", () => {
    const source = readSource("a.json", dashboard([{ expr: "up[$__range]", instant: true }]));
    expect(lintSource(source, { rules: [] })).toEqual([]);
  });
});

describe("annotations", () => {
  test.each([
    ["an old one", { datasource: "Prometheus", expr: "a", enable: true }, ["annotations.list[0].expr range: a"]],
    ["with a target", { datasource: prometheus, target: { expr: "a" } }, ["annotations.list[0].target.expr range: a"]],
    [
      "with both",
      { datasource: prometheus, expr: "a", target: { expr: "b" } },
      ["annotations.list[0].target.expr range: b"],
    ],
    ["Grafana's own", { datasource: { type: "grafana", uid: "-- Grafana --" }, builtIn: 1, target: { limit: 1 } }, []],
    ["of Loki", { datasource: loki, expr: '{app="a"}' }, []],
  ])("%s", (_name, annotation, expected) => {
    const text = JSON.stringify({ panels: [{ type: "text" }], annotations: { list: [annotation] } });
    expect(told(readSource("a.json", text))).toEqual(expected);
  });
});

describe("variables", () => {
  const withVariable = (variable: object) =>
    JSON.stringify(
      { templating: { list: [{ type: "query", name: "v", datasource: prometheus, ...variable }] } },
      null,
      1,
    );

  test.each<[string, object, string[]]>([
    ["a text", { query: "label_values(a, job)" }, ["templating.list[0].query instant: a"]],
    [
      "a text and its repetition",
      { query: { query: "label_values(a, job)", refId: "v" }, definition: "label_values(a, job)" },
      ["templating.list[0].query.query instant: a"],
    ],
    [
      "the repetition alone",
      { query: "", definition: "label_values(a, job)" },
      ["templating.list[0].definition instant: a"],
    ],
    ["a selector", { query: '{job="a"}' }, ['templating.list[0].query instant: {job=\\"a\\"}']],
    ["escapes", { query: 'label_values(up{a="b,c"}, job)' }, ['templating.list[0].query instant: up{a=\\"b,c\\"}']],
    ["no query", { query: "label_values(job)" }, []],
    ["of Loki", { datasource: loki, query: 'label_values({a="b"}, job)' }, []],
    ["of another type", { type: "custom", query: "label_values(a, job)" }, []],
    // Any language may stand there.
    ["of an unknown source", { datasource: null, query: "SHOW TAG VALUES" }, []],
    [
      "of an unknown source, with a function of Prometheus",
      { datasource: null, query: "label_values(a, b)" },
      ["templating.list[0].query instant: a"],
    ],
  ])("%s", (_name, variable, expected) => {
    const source = readSource("a.json", withVariable(variable));
    expect([told(source), problemsOf(source)]).toEqual([expected, []]);
  });

  test("stay on one line when they are formatted, since Grafana wants it so", () => {
    const text = withVariable({ query: 'query_result(  sum(up{job="a"})   by (job)  )' });
    const { text: formatted } = formatSource(readSource("a.json", text), { width: 5 });
    expect(formatted).toBe(withVariable({ query: 'query_result(  sum by (job) (up{job="a"})  )' }));
    expect(formatSource(readSource("a.json", formatted)).changed).toBe(0);
  });

  test("a comment cannot stand on one line", () => {
    const source = readSource("a.json", withVariable({ query: "query_result(sum( # all\nup ))" }));
    expect(formatSource(source)).toMatchObject({ text: source.text, changed: 0, skipped: [{ oneLine: true }] });
  });

  test("a broken selector is reported at its place", () => {
    const text = withVariable({ query: 'label_values(up{job="a" pod="b"}, job)' });
    const source = readSource("a.json", text);
    const [found] = lintSource(source, { rules: [] });
    expect([found?.field, text.slice(found?.at.from, found?.at.to)]).toEqual(["templating.list[0].query", "pod"]);
  });

  test.each(["label_values(up, job", "label_values(up, job))", "label_values()", "query_result()"])(
    "%s is not understood",
    (query) => {
      const source = readSource("a.json", withVariable({ query }));
      expect([told(source), problemsOf(source)]).toEqual([[], [`variable-query: ${JSON.stringify(query)}`]]);
    },
  );
});

describe("a key that stands twice", () => {
  const target = '{"expr": "up[5m]", "refId": "A", "expr": "down"}';

  test.each([
    ["a dashboard", `{"panels": [{"targets": [${target}]}]}`],
    ["what the API puts around one", `{"dashboard": {"panels": [{"targets": [${target}]}]}}`],
    [
      "a dashboard of the second schema",
      `{"elements": {"p": {"kind": "Panel", "spec": {"data": {"spec": {"queries":
      [{"spec": {"query": {"kind": "prometheus", "spec": ${target}}}}]}}}}}}`,
    ],
  ])("in %s is told, and the last value counts, as in JSON.parse", (_, text) => {
    const source = readSource("a.json", text);
    expect(problemsOf(source)).toEqual(['duplicate-key: "expr"']);
    expect(source.problems[0]).toMatchObject({ severity: "warning", at: { from: text.lastIndexOf('"expr"') } });
    expect(queriesOf(text)).toEqual(["down"]);
  });

  test("in another file is silent", () => {
    expect(readSource("a.json", '{"panels": 1, "panels": 2}').problems).toEqual([]);
  });

  test("many items are no trouble", () => {
    const text = `{"panels": [{"targets": [{"expr": "up"}]}], "x": [${"[],".repeat(300_000)}[]]}`;
    expect(problemsOf(readSource("a.json", text))).toEqual([]);
  });
});
