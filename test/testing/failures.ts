import type { TestFileOutcome } from "../../src/testing/outcome.js";

/** What of a file of tests fails; `rejected` where nothing of it runs. */
export function failuresOf({ problems, cases }: TestFileOutcome): readonly string[] | "rejected" {
  if (problems.length > 0) return "rejected";
  return cases.filter(({ status }) => status === "failed").map(({ subject }) => subject);
}
