import { expect, test } from "vitest";
import { formatGitlab } from "../../src/report/gitlab.js";
import { context, hostile, hostileReport, unsafe } from "./context.js";
import { diagnosticAt, fileReport, gaugeReport } from "./sample.js";

test("an issue", () => {
  expect(JSON.parse(formatGitlab([gaugeReport()], context))).toEqual([
    {
      type: "issue",
      description: "`rate()` reads every drop of the gauge `node_memory_MemFree_bytes` as a counter reset",
      check_name: "rate-over-gauge",
      fingerprint: expect.stringContaining("MemoryFalls") as string,
      severity: "major",
      categories: ["Bug Risk"],
      content: { body: "help: use `deriv()`" },
      location: {
        path: "rules/node.yaml",
        lines: { begin: 5, end: 5 },
        positions: { begin: { line: 5, column: 20 }, end: { line: 5, column: 45 } },
      },
    },
  ]);
});

test.each([
  ["error", "major"],
  ["warning", "minor"],
  ["info", "info"],
] as const)("%s is %s", (severity, expected) => {
  const report = fileReport("a", "up", [diagnosticAt("up", "up", { severity })]);
  expect(JSON.parse(formatGitlab([report], context))).toMatchObject([{ severity: expected }]);
});

test("nothing is an empty list", () => {
  expect(formatGitlab([fileReport("clean.yaml", "", [])], context)).toBe("[]\n");
});

test.each(hostile)("%j is read back as it was", (text) => {
  const output = formatGitlab([hostileReport(text)], context);
  expect(output).not.toMatch(unsafe);
  expect(JSON.parse(output)).toMatchObject([{ description: text, check_name: text, location: { path: text } }]);
});
