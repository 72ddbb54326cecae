import { formatSource, keepsFromReading, readSource, type SourceQuery } from "../files/index.js";
import { configs, type ConfigChoice } from "./config/configs.js";
import { visible } from "../report/visible.js";
import { CommandError, exitStatus } from "./exit.js";
import { findFiles, type FoundFile } from "./find-files.js";
import { ignoring, type IgnoreOptions } from "./ignored.js";
import { readInput } from "./inputs.js";
import { save } from "./save.js";
import { note, write } from "./terminal.js";
import { lineStarts, positionAt } from "../files/index.js";
import { formatText } from "../syntax/format-text.js";
import type { Problem } from "../syntax/problem.js";

/** The options of `promql-lint fmt`. */
export interface FormatCommandOptions extends ConfigChoice, IgnoreOptions {
  readonly check: boolean;
  readonly width: number;
  readonly errorOnUnmatchedPattern: boolean;
}

/** Formats the queries of files in place, or of standard input to standard output; returns the exit status. */
export async function formatCommand(args: readonly string[], options: FormatCommandOptions): Promise<number> {
  if (args.length === 0) {
    throw new CommandError(
      exitStatus.usage,
      "nothing to format",
      "name files, folders or patterns, or `-` for standard input",
    );
  }
  const { files, unread } = await findFiles(args, { ...options, isIgnored: ignoring(options, configs(options)) });
  for (const { path, reason } of unread) note(`${path}: ${reason}`);
  const results: Result[] = [];
  for (const file of files) results.push(await formatFile(file, options));
  if (unread.length > 0 || results.includes("failed")) return exitStatus.failure;
  return results.includes("differs") ? exitStatus.findings : exitStatus.ok;
}

type Result = "formatted" | "differs" | "failed";

async function formatFile(file: FoundFile, { check, width }: FormatCommandOptions): Promise<Result> {
  const { path, stdin } = file;
  const input = await readInput(file);
  if ("reason" in input) {
    note(`${path}: ${input.reason}`);
    return "failed";
  }
  if (input.damaged) {
    note(`${path}: is not formatted, since it is no valid UTF-8: save it as UTF-8 first`);
    return "failed";
  }
  const { text, changed, skipped, broken } = formatInput(input.path, input.text, width);
  for (const line of skipped) note(line);
  if (stdin && !check) await write(process.stdout, text);
  else if (changed > 0 && check) await write(process.stdout, `${stdin ? "-" : visible(path)}\n`);
  else if (changed > 0 && !save(path, input.text, text)) return "failed";
  return broken || (check && changed > 0) ? "differs" : "formatted";
}

interface Formatted {
  readonly text: string;
  readonly changed: number;
  /** A line for each query that stays as it is. */
  readonly skipped: readonly string[];
  /** Whether something could not be read. */
  readonly broken: boolean;
}

/** Standard input is a rule file where it holds rules, and one query otherwise. */
function formatInput(path: string, text: string, width: number): Formatted {
  const source = readSource(path, text);
  if (path === "stdin" && source.queries.length === 0 && source.ruleFiles.length === 0) return formatQuery(text, width);
  const starts = lineStarts(text);
  const placeOf = (offset: number): string => {
    const { line, column } = positionAt(starts, offset);
    return `${path}:${line}:${column}`;
  };
  // What is wrong with fields and names does not keep queries from being formatted.
  const untouched = source.problems.filter((problem) => keepsFromReading(problem) || problem.code === "helm-template");
  const problems = untouched.map(({ at, message }) => ({ at: at.from, why: message }));
  const formatted = formatSource(source, { width });
  const left = formatted.skipped.map((query: SourceQuery) => ({ at: query.map.offset(0), why: whySkipped(query) }));
  const skipped = [...problems, ...left].sort((a, b) => a.at - b.at).map(({ at, why }) => `${placeOf(at)}: ${why}`);
  const isBroken = untouched.some(keepsFromReading) || formatted.skipped.some(isMistake);
  return { ...formatted, skipped, broken: isBroken };
}

/** In a Helm template a query may be impossible to write, since parts of it are Helm's: that is no mistake. */
function isMistake(query: SourceQuery): boolean {
  return query.restore === undefined || problemOf(query) !== undefined;
}

function problemOf({ text, variables }: SourceQuery): Problem | undefined {
  return formatText(text, variables ? { variables } : {}).problems[0];
}

/** The same as of a file, but for what stands behind the query: one line break. */
function formatQuery(text: string, width: number): Formatted {
  const source = readSource("query.promql", text);
  const [problem] = formatText(source.queries[0]?.text ?? text).problems;
  if (problem)
    return { text, changed: 0, skipped: [`stdin: the query stays as it is: ${problem.message}`], broken: true };
  const formatted = formatSource(source, { width }).text.trimEnd();
  const whole = `${formatted}${text.includes("\r\n") ? "\r\n" : "\n"}`;
  return { text: whole, changed: whole === text ? 0 : 1, skipped: [], broken: false };
}

function whySkipped(query: SourceQuery): string {
  const { restore = (message: string) => message } = query;
  const problem = problemOf(query);
  return problem
    ? `the query stays as it is: ${restore(problem.message)}`
    : "the query stays as it is: it cannot be written safely where it stands";
}
