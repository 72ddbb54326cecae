import { expect, test } from "vitest";
import { fingerprints } from "../../src/report/fingerprint.js";
import type { FileReport } from "../../src/report/report.js";
import { diagnosticAt, fileReport, gaugeReport, rateOverGauge } from "./sample.js";

test("lines above do not change it", () => {
  const { text, path } = gaugeReport();
  const moved = `# a comment\n\n${text}`;
  const below = fileReport(path, moved, [rateOverGauge(moved)], {
    rule: "MemoryFalls",
    field: "groups[1].rules[7].expr",
  });
  expect(named([below])).toEqual(named([gaugeReport()]));
});

test("it differs by file, code, rule, message and characters", () => {
  const text = "up up_total";
  const base = diagnosticAt(text, "up");
  const reports = [
    fileReport("a", text, [base]),
    fileReport("b", text, [base]),
    fileReport("a", text, [base], { rule: "r" }),
    fileReport("a", text, [{ ...base, code: "other" }]),
    fileReport("a", text, [{ ...base, message: "other" }]),
    fileReport("a", text, [diagnosticAt(text, "up_total")]),
  ];
  expect(new Set(named(reports)).size).toBe(6);
});

test("several alike are told apart by their order", () => {
  const report = fileReport("a", "up", [diagnosticAt("up", "up"), diagnosticAt("up", "up"), diagnosticAt("up", "up")]);
  expect(new Set(named([report])).size).toBe(3);
  expect(named([{ ...report, diagnostics: report.diagnostics.slice(0, 2) }])).toEqual(named([report]).slice(0, 2));
});

function named(reports: readonly FileReport[]): string[] {
  return [...fingerprints(reports, (text) => text).values()];
}
