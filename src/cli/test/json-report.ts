import { jsonText } from "../../report/json-text.js";
import type { TestFileOutcome } from "../../testing/outcome.js";
import { countCases } from "./count.js";

/** Raised when a field changes its meaning or goes away; new fields leave it as it is. */
const reportVersion = 1;

/** What came of each test, for programs. Ends with a line break. */
export function testJson(outcomes: readonly TestFileOutcome[]): string {
  return jsonText({
    version: reportVersion,
    files: outcomes,
    summary: { files: outcomes.length, ...countCases(outcomes) },
  });
}
