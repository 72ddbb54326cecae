import { expect, test } from "vitest";
import { formatSummary } from "../../src/report/summary.js";
import { queryReport, summarise } from "../../src/report/report.js";
import type { Fix, FixSafety } from "../../src/syntax/problem.js";
import { diagnosticAt } from "./sample.js";

const fixes = { fixable: 0, fixableWithReview: 0 };
const none = { errors: 0, warnings: 0, infos: 0, ...fixes, files: 1, filesChecked: 1, suppressed: 0 };

test.each([
  [
    { ...none, errors: 3, warnings: 1, files: 2, filesChecked: 12, fixable: 2, fixableWithReview: 1 },
    "3 errors, 1 warning in 2 of 12 files (2 fixable with --fix, 1 more with --fix-review)",
  ],
  [{ ...none, errors: 2, files: 2, filesChecked: 2 }, "2 errors in 2 files"],
  [{ ...none, errors: 1, filesChecked: 2 }, "1 error in 1 of 2 files"],
  [{ ...none, files: 0 }, "nothing to report"],
  [{ ...none, files: 0, filesChecked: 3 }, "nothing to report in 3 files"],
  [{ ...none, errors: 1, fixable: 1 }, "1 error (1 fixable with --fix)"],
  [{ ...none, warnings: 2, infos: 1, fixableWithReview: 2 }, "2 warnings, 1 info (2 fixable with --fix-review)"],
])("%j", (summary, text) => {
  expect(formatSummary(summary)).toBe(text);
});

test("of several fixes, the first decides", () => {
  const fix = (safety: FixSafety): Fix => ({ title: "Remove it", safety, edits: [] });
  const diagnostic = (...safeties: FixSafety[]) => diagnosticAt("up", "up", { fixes: safeties.map(fix) });
  const report = queryReport("up", [
    diagnostic("safe", "review"),
    diagnostic("review", "safe"),
    diagnostic("suggestion", "safe"),
    diagnostic(),
    diagnosticAt("up", "up", { severity: "info" }),
  ]);
  const suppressed = [{ diagnostic: diagnostic("safe") }];
  expect(summarise([report, queryReport("up", [], "-e", suppressed)])).toEqual({
    errors: 4,
    warnings: 0,
    infos: 1,
    fixable: 1,
    fixableWithReview: 1,
    files: 1,
    filesChecked: 2,
    suppressed: 1,
  });
});
