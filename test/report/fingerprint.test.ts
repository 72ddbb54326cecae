import { expect, test } from "vitest";
import { fingerprints } from "../../src/report/fingerprint.js";
import type { FileReport } from "../../src/report/report.js";
import { diagnosticAt, fileReport, gaugeReport, rateOverGauge } from "./sample.js";

test("lines above a diagnostic do not change its fingerprint", () => {
  const { text, path } = gaugeReport();
  const moved = `# a comment\n\n${text}`;
  const below = fileReport(path, moved, [rateOverGauge(moved)], {
    rule: "MemoryFalls",
    field: "groups[1].rules[7].expr",
  });
  expect(named([below])).toEqual(named([gaugeReport()]));
});

const text = "up up_total";
const base = diagnosticAt(text, "up");

test.each([
  ["file", fileReport("b", text, [base])],
  ["rule of a file", fileReport("a", text, [base], { rule: "r" })],
  ["code", fileReport("a", text, [{ ...base, code: "other" }])],
  ["message", fileReport("a", text, [{ ...base, message: "other" }])],
  ["text", fileReport("a", text, [diagnosticAt(text, "up_total")])],
])("another %s is another fingerprint", (_, other) => {
  const [first, second] = named([fileReport("a", text, [base]), other]);
  expect(second).not.toBe(first);
});

test("three diagnostics alike are told apart by their order", () => {
  const report = fileReport("a", "up", [diagnosticAt("up", "up"), diagnosticAt("up", "up"), diagnosticAt("up", "up")]);
  expect(new Set(named([report])).size).toBe(3);
  expect(named([{ ...report, diagnostics: report.diagnostics.slice(0, 2) }])).toEqual(named([report]).slice(0, 2));
});

function named(reports: readonly FileReport[]): string[] {
  return [...fingerprints(reports, (text) => text).values()];
}
