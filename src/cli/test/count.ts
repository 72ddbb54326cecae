import type { TestCase, TestFileOutcome } from "../../testing/outcome.js";

/** How many cases there are of each status; what keeps a file from being run is a failure. */
export type TestCounts = Readonly<Record<TestCase["status"], number>>;

/** Counts the cases of files. */
export function countCases(outcomes: readonly TestFileOutcome[]): TestCounts {
  const counts = { passed: 0, failed: 0, unsupported: 0 };
  for (const { problems, cases } of outcomes) {
    counts.failed += problems.length;
    for (const { status } of cases) counts[status]++;
  }
  return counts;
}

/** What leads a line of a difference. */
export const differenceMarks = { missing: "-", unexpected: "+", same: " " } as const;
