import { lineStarts, positionAt } from "../syntax/lines.js";
import type { Problem } from "../syntax/problem.js";
import { loadRules } from "./load-rules.js";
import type { TestCase, TestFileOutcome, TestPlace, TestProblem } from "./outcome.js";
import { readUnitTestFile } from "./read-unit-test.js";
import type { RuleQueryOptions } from "./rule-storage.js";
import type { TestedGroup } from "./rule-set.js";
import { runUnitTest } from "./run-unit-test.js";
import type { UnitTestFile } from "./unit-test.js";

/** A file that was found for a pattern: its text, or why it cannot be read. */
export type RuleFileText =
  { readonly path: string; readonly text: string } | { readonly path: string; readonly reason: string };

/** How unit tests are run. */
export interface UnitTestOptions extends Partial<RuleQueryOptions> {
  /** The rule files for a name or pattern of `rule_files`, which is relative to the file of the tests. */
  readonly ruleFiles: (pattern: string) => Promise<readonly RuleFileText[]>;
  /** Whether the test of a name is run, which is empty where it has none; all are without it. */
  readonly runs?: (name: string) => boolean;
}

/**
 * Runs the unit tests of a file with the verdicts of `promtool test rules`. With problems in the file itself
 * nothing of it is run. Throws only what `ruleFiles` does.
 */
export async function runUnitTests(path: string, text: string, options: UnitTestOptions): Promise<TestFileOutcome> {
  const { ruleFiles, runs, features = [], ...limits } = options;
  const { file, reader } = readUnitTestFile(path, text);
  const { problems } = reader.collected;
  const placed = placeProblems(path, text);
  const errors = problems.filter(({ severity }) => severity === "error");
  const warnings = problems.filter(({ severity }) => severity === "warning").map(placed);
  if (errors.length > 0) return { path, problems: errors.map(placed), warnings, cases: [] };

  const tests = file.tests.filter(({ name }) => runs?.(name) ?? true);
  const rules =
    tests.length > 0
      ? await groupsOf(file, placed, { ruleFiles, features })
      : { groups: [], problems: [], warnings: [] };
  const outcome = { path, problems: rules.problems, warnings: [...warnings, ...rules.warnings] };
  if (rules.problems.length > 0) return { ...outcome, cases: [] };
  const placeOf = placer(path, text);
  const cases: TestCase[] = [];
  for (const test of tests) {
    const settings = {
      evaluationInterval: file.evaluationInterval,
      isFuzzy: file.isFuzzy,
      query: { ...limits, features },
    };
    cases.push(...runUnitTest(test, rules.groups, settings, placeOf));
  }
  return { ...outcome, cases };
}

/** Leads a span of a text to its line and column. */
function placer(path: string, text: string): (at: { readonly from: number }) => TestPlace {
  const starts = lineStarts(text);
  return ({ from }) => ({ path, ...positionAt(starts, from) });
}

function placeProblems(path: string, text: string): (problem: Problem) => TestProblem {
  const placeOf = placer(path, text);
  return ({ at, message, help }) => ({ at: placeOf(at), message, ...(help !== undefined && { help }) });
}

interface Rules {
  readonly groups: readonly TestedGroup[];
  readonly problems: readonly TestProblem[];
  readonly warnings: readonly TestProblem[];
}

/** The groups of all rule files in the order in which they are evaluated. */
async function groupsOf(
  { ruleFiles: patterns, groupOrder }: UnitTestFile,
  placed: (problem: Problem) => TestProblem,
  { ruleFiles, features }: Required<Pick<UnitTestOptions, "ruleFiles" | "features">>,
): Promise<Rules> {
  const groups: TestedGroup[] = [];
  const problems: TestProblem[] = [];
  const warnings: TestProblem[] = [];
  const seen = new Set<string>();
  for (const { value: pattern, at } of patterns) {
    const found = await ruleFiles(pattern);
    if (found.length === 0) {
      const message = `No file matches \`${pattern}\`, so there are no rules of it`;
      warnings.push(placed({ code: "no-rule-file", severity: "warning", at, message }));
    }
    for (const file of found) {
      if (seen.has(file.path)) continue;
      seen.add(file.path);
      if ("reason" in file) {
        problems.push({ at: { path: file.path, line: 1, column: 1 }, message: `The rule file ${file.reason}` });
        continue;
      }
      const loaded = loadRules(file.path, file.text, features);
      problems.push(...loaded.problems.map(placeProblems(file.path, file.text)));
      groups.push(...loaded.groups);
    }
  }
  const ranks = new Map(groupOrder.map(({ value }, k) => [value, k]));
  const ordered = groups.toSorted((a, b) => (ranks.get(a.name) ?? 0) - (ranks.get(b.name) ?? 0));
  return { groups: ordered, problems, warnings };
}
