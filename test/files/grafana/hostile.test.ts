import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lintSource, readSource } from "../../../src/files/index.js";
import { dashboard, problemsOf, told } from "../dashboards.js";

const json = dashboard([{ expr: "sum(up" }]);

describe("silent", () => {
  test.each<[string, object]>([
    ["package.json", { name: "expr-eval", dependencies: { "expr-eval": "1" }, panels: [] }],
    ["tsconfig.json", { compilerOptions: { target: "es2022" }, include: ["expr"] }],
    ["an API with panels", { openapi: "3.1.0", paths: { "/panels": { get: { expr: "(" } } }, panels: ["a"] }],
    [
      "panels of something else",
      { panels: [{ expr: "(" }, { targets: "expr" }, { targets: [["expr"], { expr: { a: 1 } }] }] },
    ],
    ["a tree of expressions", { elements: [{ expr: { expr: { expr: 1 } } }] }],
    ["a list", [{ expr: "(" }, "panels", 1, null, [{ panels: [] }]]],
    ["a dashboard without queries", { panels: [{ type: "text" }], templating: { list: [{ type: "custom" }] } }],
    [
      "wrong types everywhere",
      { panels: [1, null, [], { targets: {} }], templating: [], annotations: { list: 1 }, rows: { a: 1 }, expr: 1 },
    ],
    [
      "wrong types in the second schema",
      {
        elements: { a: { kind: "Panel", spec: [] }, b: null, c: { kind: "Panel", spec: { data: 1 } } },
        layout: [],
        variables: {},
        annotations: 1,
        expr: 1,
      },
    ],
  ])("%s", (_name, given) => {
    const source = readSource("a.json", JSON.stringify(given));
    expect([told(source), problemsOf(source)]).toEqual([[], []]);
  });

  test("a deep tree of another kind, which is not even parsed", () => {
    const source = readSource("a.json", `${'{"expr": '.repeat(10_000)}1${"}".repeat(10_000)}`);
    expect(problemsOf(source)).toEqual([]);
  });
});

describe("a dashboard", () => {
  test("in which things stand too deep", () => {
    for (const [open, close] of [
      ['{"panels": [', "]}"],
      ['{"model": ', "}"],
    ] as const) {
      const text = `{"panels": [${open.repeat(10_000)}{"targets": [{"expr": "up"}]}${close.repeat(10_000)}]}`;
      expect(readSource("a.json", text).problems.map(({ code }) => code)).toEqual(["too-deep"]);
    }
  });

  test("that begins with a byte order mark", () => {
    const [found] = lintSource(readSource("a.json", `\ufeff${json}`), { rules: [] });
    expect([found?.code, found?.panel]).toEqual(["unclosed-parenthesis", "CPU"]);
  });

  test.each(["}", "]", "x", ", 1", '{"a": 1}'])("with %s behind it", (garbage) => {
    const source = readSource("a.json", json + garbage);
    expect([source.queries, source.problems.map(({ code }) => code)]).toEqual([[], ["yaml-syntax"]]);
  });

  test.each([20, 200, json.length - 3])("that ends after %i characters", (length) => {
    const source = readSource("a.json", json.slice(0, length));
    expect(source.queries).toEqual([]);
  });

  test("with a number as a query", () => {
    expect(told(readSource("a.json", dashboard([{ expr: 5 }])))).toEqual(["panels[0].targets[0].expr range: 5"]);
  });

  test("with a title that a terminal would obey", () => {
    const source = readSource("a.json", dashboard([{ expr: "sum(up" }], { title: "\u001b[31mred" }));
    expect(lintSource(source, { rules: [] }).map(({ panel }) => panel)).toEqual(["\u001b[31mred"]);
  });

  test("that is as large as a file may be", () => {
    const filler = `"${"x".repeat(1_000)}",`.repeat(16_000);
    const text = `{"panels": [{"targets": [{"expr": "up"}]}], "other": [${filler} 1]}`;
    expect(text.length).toBeGreaterThan(16_000_000);
    expect(told(readSource("a.json", text))).toEqual(["panels[0].targets[0].expr range: up"]);
  });
});

test("never throws on a changed dashboard", () => {
  const text = dashboard(
    [{ expr: "up", datasource: "$ds" }],
    { repeat: "a", interval: "1m" },
    {
      __inputs: [{ name: "ds", pluginId: "prometheus" }],
      templating: { list: [{ type: "query", name: "a", query: "label_values(up, a)", datasource: null }] },
      annotations: { list: [{ expr: "up" }] },
    },
  );
  const piece = fc.constantFrom("{", "}", "[", "]", ",", ":", '"', "null", "1", "&a ", "*a", "\n", "#", "'");
  const change = fc.record({ from: fc.nat(text.length), length: fc.nat(30), insert: piece });
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
      const changed = changes.reduce(
        (t, { from, length, insert }) => t.slice(0, from) + insert + t.slice(from + length),
        text,
      );
      for (const source of [readSource("a.json", changed), readSource("a.md", changed)]) {
        for (const { at } of lintSource(source, { rules: [] })) {
          expect(at.from).toBeGreaterThanOrEqual(0);
          expect(at.to).toBeLessThanOrEqual(changed.length);
        }
      }
    }),
    { numRuns: process.env["PROMQL_LINT_FULL"] ? 5_000 : 500 },
  );
});
