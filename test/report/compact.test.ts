import { expect, test } from "vitest";
import { formatCompact } from "../../src/report/compact.js";
import { hostile, hostileReport, unsafe } from "./context.js";
import { diagnosticAt, fileReport, gaugeReport } from "./sample.js";

test("a line for each diagnostic", () => {
  const query = fileReport("a b.promql", "up\n  up", [
    diagnosticAt("up\n  up", "  up", { severity: "warning" }),
    diagnosticAt("up\n  up", "up", { severity: "info" }),
  ]);
  expect(formatCompact([gaugeReport(), fileReport("clean.yaml", "", []), query])).toBe(
    [
      "rules/node.yaml:5:20: error: `rate()` reads every drop of the gauge `node_memory_MemFree_bytes` as a counter reset [rate-over-gauge]",
      "a b.promql:2:1: warning: something goes wrong [some-rule]",
      "a b.promql:1:1: info: something goes wrong [some-rule]",
      "",
    ].join("\n"),
  );
});

test("nothing is an empty text", () => {
  expect(formatCompact([])).toBe("");
});

test.each(hostile)("%j stays on its line", (text) => {
  const lines = formatCompact([hostileReport(text)]).split("\n");
  expect(lines).toEqual([expect.stringMatching(/:1:4: error: .* \[.*\]$/), ""]);
  expect(lines[0]).not.toMatch(unsafe);
});
