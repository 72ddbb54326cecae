import picocolors from "picocolors";
import { expect, test } from "vitest";
import { formatJson } from "../../src/report/json.js";
import { formatStatistics, statisticsOf } from "../../src/report/statistics.js";
import { formatTerminal } from "../../src/report/terminal.js";
import { diagnosticAt, fileReport, gaugeReport } from "./sample.js";

const colors = picocolors.createColors(false);
const many = Array.from({ length: 10 }, () => diagnosticAt("up", "up", { code: "z-rule" }));
const reports = [
  gaugeReport(),
  fileReport("a.yaml", "up", [
    ...many,
    diagnosticAt("up", "up", { code: "a-rule", fixes: [{ title: "Do it", safety: "safe", edits: [] }] }),
  ]),
];

test("the most frequent first, then by name", () => {
  expect(statisticsOf(reports)).toEqual([
    { code: "z-rule", count: 10, fixable: 0, fixableWithReview: 0 },
    { code: "a-rule", count: 1, fixable: 1, fixableWithReview: 0 },
    { code: "rate-over-gauge", count: 1, fixable: 0, fixableWithReview: 1 },
  ]);
});

test("on the terminal they stand in place of the diagnostics", () => {
  expect(formatTerminal(reports, { colors, statistics: true })).toBe(`\
10  z-rule
 1  a-rule           1 fixable with --fix
 1  rate-over-gauge  1 fixable with --fix-review

12 errors in 2 files (1 fixable with --fix, 1 more with --fix-review)
`);
});

test("of nothing there are none", () => {
  expect(statisticsOf([])).toEqual([]);
  expect(formatStatistics([], colors)).toBe("");
  expect(formatTerminal([fileReport("a", "", [])], { colors, statistics: true })).toBe("");
});

test("in JSON they are added, when they are asked for", () => {
  expect(JSON.parse(formatJson(reports, { statistics: true }))).toMatchObject({
    statistics: [{ code: "z-rule" }, { code: "a-rule" }, { code: "rate-over-gauge" }],
  });
  expect(JSON.parse(formatJson(reports))).not.toHaveProperty("statistics");
});
