import { describe, expect, test } from "vitest";
import { readSource } from "../../../src/files/index.js";
import { dashboard } from "../dashboards.js";

const panelOf = (panel: object, rest: object = {}, targets: readonly object[] = [{ expr: "up" }]) =>
  readSource(
    "a.json",
    dashboard(
      targets.map((target) => ({ ...target })),
      panel,
      rest,
    ),
  ).panels[0] ?? expect.fail();

describe("a panel", () => {
  test("has its title, type, queries and least interval", () => {
    const targets = [
      { expr: "up", legendFormat: "{{job}}", instant: true },
      { expr: "", refId: "B" },
      { expr: "x", hide: true },
    ];
    expect(panelOf({ interval: "1m" }, {}, targets)).toMatchObject({
      kind: "panel",
      title: { text: "CPU", field: "panels[0].title" },
      type: "timeseries",
      minInterval: { text: "1m", field: "panels[0].interval" },
      queries: [
        {
          expr: { text: "up", field: "panels[0].targets[0].expr" },
          use: "instant",
          hidden: false,
          legend: { text: "{{job}}" },
        },
        { expr: { text: "x", field: "panels[0].targets[2].expr" }, use: "range", hidden: true },
      ],
    });
  });

  test("without a title stands where it begins", () => {
    const text = dashboard([{ expr: "up" }], { title: undefined });
    const source = readSource("a.json", text);
    const span = source.field("panels[0].title")?.span({ from: 0, to: 0 });
    expect([source.panels[0]?.title.text, text.slice(span?.from, span?.to)]).toEqual(["", "{"]);
  });

  test("without a query is none", () => {
    expect(readSource("a.json", dashboard([], {}, { templating: { list: [] } })).panels).toEqual([]);
  });

  test("belongs to its queries", () => {
    const { queries, panels } = readSource("a.json", dashboard([{ expr: "a" }, { expr: "b" }]));
    expect(queries.map(({ panel }) => panel === panels[0])).toEqual([true, true]);
  });

  test.each([
    ["not", {}, []],
    ["by itself", { repeat: "node" }, ["node"]],
    ["by nothing", { repeat: "" }, []],
    ["by nothing at all", { repeat: null }, []],
  ])("repeats %s", (_name, panel, expected) => {
    expect(panelOf(panel).repeatedBy).toEqual(expected);
  });

  test("repeats with its row, open, closed or old", () => {
    const panel = { type: "stat", title: "a", targets: [{ expr: "up" }] };
    const text = JSON.stringify({
      panels: [
        panel,
        { type: "row", repeat: "open" },
        panel,
        { type: "row", repeat: "closed", panels: [{ ...panel, repeat: "own" }] },
        { type: "row" },
        panel,
      ],
      rows: [{ repeat: "old", panels: [panel] }],
    });
    expect(readSource("a.json", text).panels.map(({ repeatedBy }) => repeatedBy)).toEqual([
      [],
      ["open"],
      ["closed", "own"],
      [],
      ["old"],
    ]);
  });
});

describe("a variable", () => {
  test.each<[string, object, object]>([
    ["a query", { type: "query", query: "x" }, { type: "query", current: [] }],
    [
      "several values",
      { type: "query", multi: true, current: { value: ["a", "b"] } },
      { type: "query", multi: true, current: ["a", "b"] },
    ],
    [
      "all values",
      { type: "query", includeAll: true, allValue: ".+", current: { value: "$__all" } },
      { type: "query", includeAll: true, allValue: ".+", current: ["$__all"] },
    ],
    [
      "all values, as they are",
      { type: "query", includeAll: true, allValue: "" },
      { type: "query", includeAll: true, current: [] },
    ],
    ["a constant", { type: "constant", query: "eu, us" }, { type: "constant", current: [], values: ["eu, us"] }],
    ["a list", { type: "custom", query: "a, b : c,d\\,e" }, { type: "custom", current: [], values: ["a", "c", "d,e"] }],
    [
      "a list of options",
      { type: "custom", options: [{ value: "$__all" }, { value: "a" }] },
      { type: "custom", current: [], values: ["a"] },
    ],
    ["a list in JSON", { type: "custom", query: '[{"a":1}]', valuesFormat: "json" }, { type: "custom", current: [] }],
    [
      "intervals",
      { type: "interval", query: "1m,'10m', \"1h\"" },
      { type: "interval", current: [], values: ["1m", "10m", "1h"] },
    ],
    ["computed intervals", { type: "interval", query: "1m", auto: true }, { type: "interval", current: [] }],
    ["a text", { type: "textbox", query: "x", current: { value: "x" } }, { type: "textbox", current: ["x"] }],
    ["a data source", { type: "datasource", query: "prometheus" }, { type: "datasource", current: [] }],
    ["filters", { type: "adhoc" }, { type: "adhoc", current: [] }],
    ["another type", { type: "novel" }, { type: "unknown", current: [] }],
    ["no type", {}, { type: "unknown", current: [] }],
  ])("%s", (_name, given, expected) => {
    const list = [{ name: "v", ...given }, { type: "query" }];
    expect(Object.fromEntries(panelOf({}, { templating: { list } }).variables)).toEqual({
      v: {
        name: "v",
        field: "templating.list[0].name",
        definition: expect.anything() as unknown,
        multi: false,
        includeAll: false,
        ...expected,
      },
    });
  });
});
