import { features as queryFeatures } from "../promql/features.js";
import { findsPattern, patternMistake } from "../promql/regex.js";
import { askForName } from "../promql/spelling.js";
import { testKind } from "../testing/kind.js";
import type { TestFileOutcome } from "../testing/outcome.js";
import { runScriptFile } from "../testing/run-script-file.js";
import { runUnitTests, type UnitTestOptions } from "../testing/run-unit-tests.js";

import { type ConfigChoice, configs } from "./config/configs.js";
import { CommandError, exitStatus } from "./exit.js";
import { findFiles, type FoundFile } from "./find-files.js";
import { ignoring, type IgnoreOptions } from "./ignored.js";
import { readInput } from "./inputs.js";
import { checkOutputFile, writeOutputFile } from "./output-file.js";
import { colorsFor, note, write } from "./terminal.js";
import { ruleFilesFor } from "./test/rule-files.js";

/** The options of `promql-lint test`. */
export interface TestCommandOptions extends ConfigChoice, IgnoreOptions {
  readonly run: readonly string[];
  readonly enableFeature: readonly string[];
  readonly format: "terminal" | "json" | "junit";
  readonly outputFile?: string;
  readonly color?: boolean;
  readonly errorOnUnmatchedPattern: boolean;
}

/** Runs the tests of files and prints what fails; returns the exit status. */
export async function testCommand(args: readonly string[], options: TestCommandOptions): Promise<number> {
  if (args.length === 0) {
    throw new CommandError(exitStatus.usage, "nothing to test", "name files, folders or patterns with tests");
  }
  const settings = settingsOf(options);
  if (options.outputFile !== undefined) checkOutputFile(options.outputFile);
  const isIgnored = ignoring(options, configs(options));
  const { files, unread } = await findFiles(args, { ...options, isIgnored, extensions: testExtensions });
  for (const { path, reason } of unread) note(`${path}: ${reason}`);
  let isFailed = unread.length > 0;
  const outcomes: TestFileOutcome[] = [];
  for (const file of files) {
    const outcome = await runFile(file, settings);
    if (outcome === "failed") isFailed = true;
    else if (outcome) outcomes.push(outcome);
  }
  if (outcomes.length === 0 && !isFailed) {
    throw new CommandError(exitStatus.failure, "no tests are found", "name files with unit tests, or `.test` scripts");
  }
  await writeReport(outcomes, options);
  if (options.run.length > 0 && !isFailed && outcomes.every(isEmpty)) note("no test has a name that fits --run");
  if (isFailed) return exitStatus.failure;
  return outcomes.some(hasFailed) ? exitStatus.findings : exitStatus.ok;
}

/** The ends of files that may hold tests. */
const testExtensions = ["yaml", "yml", "json", "test"];

type Settings = Omit<UnitTestOptions, "ruleFiles">;

function settingsOf({ run, enableFeature }: TestCommandOptions): Settings {
  for (const pattern of run) {
    const mistake = patternMistake(pattern);
    if (mistake !== undefined) {
      throw new CommandError(exitStatus.usage, `--run \`${pattern}\` is no regular expression: ${mistake}`);
    }
  }
  const named = enableFeature.flatMap((names) => names.split(",")).map((name) => name.trim());
  const known = [...queryFeatures, delayedNames];
  const unknown = named.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    const help = askForName(unknown, known) ?? `they are ${known.map((name) => `\`${name}\``).join(", ")}`;
    throw new CommandError(exitStatus.usage, `no feature flag for queries is called \`${unknown}\``, help);
  }
  return {
    features: queryFeatures.filter((name) => named.includes(name)),
    delayedNameRemoval: named.includes(delayedNames),
    ...(run.length > 0 && { runs: (name: string) => run.some((pattern) => findsPattern(pattern, name) === true) }),
  };
}

const delayedNames = "promql-delayed-name-removal";

/** What came of a file; nothing where it lies in a folder and holds no tests. */
async function runFile(file: FoundFile, settings: Settings): Promise<TestFileOutcome | "failed" | undefined> {
  const input = await readInput(file);
  if ("reason" in input) {
    note(`${input.path}: ${input.reason}`);
    return "failed";
  }
  const { path, text, damaged } = input;
  const kind = testKind(path, text);
  if (damaged && kind !== "neither") {
    const message = "The file is rejected: it is no valid UTF-8";
    return { path, ...nothing, problems: [{ at: { path, line: 1, column: 1 }, message, help: "save it as UTF-8" }] };
  }
  switch (kind) {
    case "script":
      // The tests of a script have no names.
      return settings.runs?.("") === false ? { path, ...nothing } : runScriptFile(path, text);
    case "unit-tests":
      return runUnitTests(path, text, { ...settings, ruleFiles: ruleFilesFor(file) });
    case "neither": {
      if (file.inFolder) return undefined;
      const message = "The file holds no tests: it is neither a test script of PromQL nor a file of unit tests";
      const help = "a file of unit tests has the field `tests`, a script begins with `load` or `eval`";
      return { path, ...nothing, problems: [{ at: { path, line: 1, column: 1 }, message, help }] };
    }
  }
}

const nothing: Omit<TestFileOutcome, "path"> = { problems: [], warnings: [], cases: [] };

function isEmpty({ problems, cases }: TestFileOutcome): boolean {
  return problems.length === 0 && cases.length === 0;
}

function hasFailed({ problems, cases }: TestFileOutcome): boolean {
  return problems.length > 0 || cases.some(({ status }) => status === "failed");
}

async function writeReport(outcomes: readonly TestFileOutcome[], options: TestCommandOptions): Promise<void> {
  const { outputFile, color } = options;
  const colors = colorsFor(outputFile === undefined ? process.stdout : {}, color);
  const text = await reportText(outcomes, options.format, colors);
  if (outputFile === undefined) await write(process.stdout, text);
  else writeOutputFile(outputFile, text);
}

async function reportText(
  outcomes: readonly TestFileOutcome[],
  format: TestCommandOptions["format"],
  colors: ReturnType<typeof colorsFor>,
): Promise<string> {
  switch (format) {
    case "terminal": {
      const { testText } = await import("./test/terminal-report.js");
      return testText(outcomes, colors);
    }
    case "json": {
      const { testJson } = await import("./test/json-report.js");
      return testJson(outcomes);
    }
    case "junit": {
      const { testJunit } = await import("./test/junit-report.js");
      return testJunit(outcomes);
    }
  }
}
