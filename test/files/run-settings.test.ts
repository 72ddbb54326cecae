import { expect, test } from "vitest";
import { all } from "../../rules/index.js";
import { lintSource, lintSources, readSource, runSettings } from "../../src/files/index.js";

const options = { rules: all.filter(({ id }) => id === "unknown-metric" || id === "removed-metric") };

function rules(...lines: readonly string[]) {
  return `groups:\n  - name: g\n    rules:\n${lines.map((line) => `      - ${line}\n`).join("")}`;
}

test("the names that recording rules give are those of all files", () => {
  const sources = [
    readSource("a.yaml", rules("{ record: node_cpu, expr: sum(up) }", "{ alert: Down, expr: up == 0 }")),
    readSource("b.yaml", rules('{ record: "job:up:sum", expr: sum by (job) (up) }')),
    readSource("c.promql", "up"),
  ];
  expect([...(runSettings(sources).recorded ?? [])]).toEqual(["node_cpu", "job:up:sum"]);
});

test("files without recording rules say nothing of them", () => {
  expect(runSettings([readSource("a.yaml", rules("{ alert: Down, expr: up == 0 }"))])).toEqual({});
});

test("a name that a recording rule gives is no mistake in its own file and in the others", () => {
  const record = readSource(
    "a.yaml",
    rules("{ record: node_load_1, expr: node_load1 }", "{ alert: A, expr: node_load_1 > 9 }"),
  );
  const query = readSource("b.promql", "node_boot_time + kubelet_running_pod");
  const gives = readSource("c.yaml", rules("{ record: node_boot_time, expr: node_boot_time_seconds }"));
  expect(lintSource(record, options)).toEqual([]);
  expect(lintSource(query, options).map(({ code }) => code)).toEqual(["removed-metric", "unknown-metric"]);
  const [, linted] = lintSources([gives, query].map((source) => ({ source, options })));
  expect(linted?.diagnostics.map(({ code }) => code)).toEqual(["unknown-metric"]);
});

test("names that the settings give stay known", () => {
  const source = readSource("a.promql", "kubelet_running_pod");
  const settings = { recorded: new Set(["kubelet_running_pod"]) };
  expect(lintSource(source, { ...options, settings })).toEqual([]);
});
