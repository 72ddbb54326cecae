import { expect, test } from "vitest";
import { all } from "../../rules/index.js";
import { copies } from "../../src/files/copies.js";
import { lintSources, readSource } from "../../src/files/index.js";
import { lintAlone } from "../../src/files/lint-source.js";

const rules = `groups:
- name: a
  rules:
  - record: a:b
    expr: rate(node_load1[5m])
  - alert: A
    expr: up == 0
    for: 5x
    annotations:
      summary: "{{ $labels.pod }} is down"
`;
const dashboard = JSON.stringify({
  panels: [{ type: "timeseries", targets: [{ expr: "rate(node_load1[5m])" }] }],
  schemaVersion: 39,
});
const fence = "```promql\nrate(node_load1[5m])\n```\n";
const query = "rate(node_load1[5m])";

type File = readonly [path: string, text: string];

/** What is found in files that are read and linted as those of one run. */
function inOneRun(files: readonly File[]) {
  const options = { rules: all };
  const { read, lintAlone } = copies();
  const sources = files.map(([path, text]) => read(path, text));
  return lintSources(sources.map((source) => ({ source, options, alone: lintAlone(source, options) })));
}

test.each<[what: string, File, File]>([
  ["rule files", ["a/x.yaml", rules], ["b/x.yaml", rules]],
  ["rule files of a folder", ["x.yaml", rules], ["y.yaml", rules]],
  ["dashboards", ["x.json", dashboard], ["y.json", dashboard]],
  ["documents", ["x.md", fence], ["y.markdown", fence]],
  ["queries", ["x.promql", query], ["y.promql", query]],
  ["a query and a text", ["x.promql", query], ["x.yaml", query]],
  ["a text and a document", ["x.yaml", fence], ["x.md", fence]],
  ["nothing", ["x.yaml", ""], ["y.yaml", ""]],
])("%s: what is found in copies is what is found in each", (_, ...files) => {
  const expected = lintSources(
    files.map(([path, text]) => ({ source: readSource(path, text), options: { rules: all } })),
  );
  expect(inOneRun(files)).toEqual(expected);
});

test("a copy has its own path, its rule files too, and holds the same", () => {
  const { read } = copies();
  const [source, copy] = [read("x.yaml", rules), read("y.yaml", rules)];
  expect(copy.path).toBe("y.yaml");
  expect(copy.ruleFiles.map(({ path }) => path)).toEqual(["y.yaml"]);
  expect(source.ruleFiles.map(({ path }) => path)).toEqual(["x.yaml"]);
  expect(copy.queries).toBe(source.queries);
});

test("a copy is linted with its own options", () => {
  const { read, ...own } = copies();
  const [source, copy] = [read("x.yaml", rules), read("y.yaml", rules)];
  const strict = { rules: all };
  const lax = { rules: [] };
  expect(own.lintAlone(copy, strict)).toBe(own.lintAlone(source, strict));
  expect(own.lintAlone(copy, lax)).toEqual(lintAlone(readSource("y.yaml", rules), lax));
  expect(own.lintAlone(copy, lax).ofQueries.length).toBeLessThan(own.lintAlone(copy, strict).ofQueries.length);
});
