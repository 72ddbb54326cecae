import { describe, expect, test } from "vitest";
import { readSource } from "../../../src/files/index.js";
import { problemsOf, told } from "../dashboards.js";

/** The shapes of a query: v2alpha1 names the plugin in `kind`, v2beta1 in `group`. */
const alpha = (plugin: string, spec: object) => ({
  spec: { refId: "A", query: { kind: plugin, spec }, datasource: { type: plugin, uid: "u" } },
});
const beta = (plugin: string, spec: object) => ({
  spec: { refId: "A", query: { kind: "DataQuery", group: plugin, version: "v0", datasource: { name: "u" }, spec } },
});

const panel = (queries: readonly object[], rest: object = {}) => ({
  kind: "Panel",
  spec: { id: 1, title: "CPU", data: { kind: "QueryGroup", spec: { queries, ...rest } }, vizConfig: { kind: "stat" } },
});

const item = (name: string, repeat?: string) => ({
  kind: "GridLayoutItem",
  spec: { element: { kind: "ElementReference", name }, ...(repeat && { repeat: { mode: "variable", value: repeat } }) },
});

const read = (given: object) => readSource("a.json", JSON.stringify(given));

describe("queries", () => {
  test.each([
    [
      "of v2alpha1",
      alpha("prometheus", { expr: "a" }),
      ["elements.p.spec.data.spec.queries[0].spec.query.spec.expr range: a"],
    ],
    [
      "of v2beta1",
      beta("prometheus", { expr: "a" }),
      ["elements.p.spec.data.spec.queries[0].spec.query.spec.expr range: a"],
    ],
    [
      "at one time",
      beta("prometheus", { expr: "a", instant: true }),
      ["elements.p.spec.data.spec.queries[0].spec.query.spec.expr instant: a"],
    ],
    ["of Loki", alpha("loki", { expr: "a" }), []],
    ["of Loki, in v2beta1", beta("loki", { expr: "a" }), []],
    ["over the others", beta("__expr__", { expression: "$A" }), []],
    [
      "of an unknown source",
      { spec: { query: { kind: "DataQuery", spec: { expr: "a" } } } },
      ["elements.p.spec.data.spec.queries[0].spec.query.spec.expr range: a"],
    ],
    ["without a query", { spec: {} }, []],
  ])("%s", (_name, query, expected) => {
    expect(told(read({ elements: { p: panel([query]) } }))).toEqual(expected);
  });

  test("of a resource", () => {
    const spec = { title: "Nodes", elements: { "panel-1": panel([beta("prometheus", { expr: "a" })]) } };
    const source = read({ apiVersion: "dashboard.grafana.app/v2beta1", kind: "Dashboard", metadata: {}, spec });
    expect(told(source)).toEqual(['spec.elements["panel-1"].spec.data.spec.queries[0].spec.query.spec.expr range: a']);
  });

  test("but not what other files call elements", () => {
    const source = read({ elements: { p: { kind: "Bar", spec: { expr: "(" } } }, annotations: {}, expr: "(" });
    expect([told(source), problemsOf(source)]).toEqual([[], []]);
  });
});

describe("variables", () => {
  const variable = (spec: object) => ({
    elements: { p: panel([]) },
    variables: [{ kind: "QueryVariable", spec: { name: "v", ...spec } }],
  });

  test.each([
    [
      "a query",
      { query: { kind: "prometheus", spec: { query: "label_values(a, b)" } } },
      "query.spec.query instant: a",
    ],
    [
      "a query of v2beta1",
      { query: { kind: "DataQuery", group: "prometheus", spec: { query: "query_result(a)" } } },
      "query.spec.query instant: a",
    ],
    [
      "an older text",
      { query: { kind: "prometheus", spec: { __legacyStringValue: "label_values(a, b)" } } },
      "query.spec.__legacyStringValue instant: a",
    ],
    ["a text", { query: "label_values(a, b)", datasource: { type: "prometheus" } }, "query instant: a"],
  ])("%s", (_name, spec, expected) => {
    expect(told(read(variable(spec)))).toEqual([`variables[0].spec.${expected}`]);
  });

  test("of Loki", () => {
    expect(told(read(variable({ query: { kind: "loki", spec: { query: "label_values(a, b)" } } })))).toEqual([]);
  });
});

test.each([
  [
    "v2alpha1",
    { query: { kind: "prometheus", spec: { expr: "a" } } },
    ["annotations[0].spec.query.spec.expr range: a"],
  ],
  [
    "an older one",
    { datasource: { type: "prometheus" }, legacyOptions: { expr: "a" } },
    ["annotations[0].spec.legacyOptions.expr range: a"],
  ],
  ["Grafana's own", { query: { kind: "grafana", spec: { limit: 100 } }, builtIn: true }, []],
])("annotations: %s", (_name, spec, expected) => {
  const annotations = [{ kind: "AnnotationQuery", spec }];
  expect(told(read({ elements: { p: panel([]) }, annotations }))).toEqual(expected);
});

describe("panels", () => {
  test("know their variables and repetitions, those of rows and tabs included", () => {
    const query = beta("prometheus", { expr: "a", legendFormat: "{{job}}" });
    const rows = [
      {
        kind: "RowsLayoutRow",
        spec: {
          repeat: { mode: "variable", value: "row" },
          layout: { kind: "GridLayout", spec: { items: [item("one", "own"), item("two")] } },
        },
      },
    ];
    const tabs = [{ kind: "TabsLayoutTab", spec: { layout: { kind: "RowsLayout", spec: { rows } } } }];
    const source = read({
      elements: {
        one: panel([query], { queryOptions: { interval: "1m" } }),
        two: panel([query]),
        three: panel([query]),
        four: panel([]),
      },
      layout: { kind: "TabsLayout", spec: { tabs } },
      variables: [
        {
          kind: "CustomVariable",
          spec: { name: "row", query: "a,b", multi: true, includeAll: true, allValue: ".*", current: { value: ["a"] } },
        },
        { kind: "TextVariable", spec: { name: "text", current: { value: "x" } } },
      ],
    });
    const [one, two, three, ...others] = source.panels;
    expect([one?.repeatedBy, two?.repeatedBy, three?.repeatedBy, others]).toEqual([["row", "own"], ["row"], [], []]);
    expect(one).toMatchObject({
      title: { text: "CPU", field: "elements.one.spec.title" },
      type: "stat",
      minInterval: { text: "1m" },
      queries: [{ use: "range", hidden: false, legend: { text: "{{job}}" } }],
    });
    expect(Array.from(one?.variables.values() ?? [])).toEqual([
      {
        name: "row",
        field: "variables[0].spec.name",
        definition: expect.anything() as unknown,
        type: "custom",
        multi: true,
        includeAll: true,
        allValue: ".*",
        current: ["a"],
        values: ["a", "b"],
      },
      {
        name: "text",
        field: "variables[1].spec.name",
        definition: expect.anything() as unknown,
        type: "textbox",
        multi: false,
        includeAll: false,
        current: ["x"],
      },
    ]);
  });

  test("know the variables of rows and tabs, whose queries are read too", () => {
    const node = {
      kind: "QueryVariable",
      spec: { name: "node", query: { kind: "prometheus", spec: { query: "label_values(load, node)" } } },
    };
    const row = {
      kind: "RowsLayoutRow",
      spec: { variables: [node], layout: { kind: "GridLayout", spec: { items: [] } } },
    };
    const source = read({
      elements: { one: panel([beta("prometheus", { expr: 'up{node="$node"}' })]) },
      layout: { kind: "RowsLayout", spec: { rows: [row] } },
      variables: [],
    });
    expect(Array.from(source.dashboards[0]?.variables.keys() ?? [])).toEqual(["node"]);
    expect(told(source)).toContain("layout.spec.rows[0].spec.variables[0].spec.query.spec.query instant: load");
  });
});
