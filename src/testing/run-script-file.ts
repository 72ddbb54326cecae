import type { TestFileOutcome } from "./outcome.js";
import { runScript } from "./run-script.js";

/** Runs a test script of PromQL as a file of tests: each `eval` is a case. */
export function runScriptFile(path: string, text: string): TestFileOutcome {
  const { problems, evals } = runScript(text);
  return {
    path,
    problems: problems.map(({ line, message }) => ({ at: { path, line, column: 1 }, message })),
    warnings: [],
    cases: evals.map(({ line, query, status, message }) => ({
      at: { path, line, column: 1 },
      test: "eval",
      subject: query,
      status,
      ...(message !== undefined && { message }),
    })),
  };
}
