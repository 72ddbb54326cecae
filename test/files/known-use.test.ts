import { expect, test } from "vitest";
import { sortWithoutEffect } from "../../rules/sort-without-effect.js";
import { lintSource, readSource } from "../../src/files/index.js";

const dashboard = (target: object) =>
  JSON.stringify({ panels: [{ type: "table", targets: [target] }], schemaVersion: 39 });
const rule = (name: string) => `groups: [{ name: a, rules: [{ ${name}, expr: sort(up) }] }]`;

test.each([
  ["a panel over a range", "a.json", dashboard({ expr: "sort(up)" }), ["sort-without-effect"]],
  ["a panel at one time", "b.json", dashboard({ expr: "sort(up)", instant: true }), []],
  ["an alerting rule", "c.yaml", rule("alert: A"), ["sort-without-effect"]],
  ["a recording rule", "d.yaml", rule('record: "a:b"'), ["sort-without-effect"]],
  ["a fence in a document, whose use is not known", "e.md", "```promql\nsort(up)\n```\n", []],
  ["a file that is a query, whose use is not known", "f.promql", "sort(up)\n", []],
])("%s", (_, path, text, codes) => {
  expect(lintSource(readSource(path, text), { rules: [sortWithoutEffect] }).map(({ code }) => code)).toEqual(codes);
});

test("what is said of a file counts where the file does not say it", () => {
  const source = readSource("f.promql", "sort(up)\n");
  expect(lintSource(source, { rules: [sortWithoutEffect], use: "range" })).toHaveLength(1);
  expect(lintSource(source, { rules: [sortWithoutEffect], use: "instant" })).toEqual([]);
});
