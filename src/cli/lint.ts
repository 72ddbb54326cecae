import { fix, type Fixed } from "../lint/fix.js";
import { lintQuery, type LintOptions } from "../lint/lint.js";
import type { Use } from "../lint/rule.js";
import { queryReport, summarise, withUnapplied, type FileReport } from "../report/report.js";
import type { BaselineOptions } from "./baseline/baseline.js";
import type { CacheOptions } from "./cache/cache.js";
import { configs } from "./config/configs.js";
import { ofTheRun } from "./config/of-the-run.js";
import { optionsFor, type OverridingOptions } from "./config/options-for.js";
import { CommandError, exitStatus } from "./exit.js";
import type { FileOptions, OptionsFor } from "./file-options.js";
import type { IgnoreOptions } from "./ignored.js";
import type { FilesOptions, LintedFiles } from "./lint-files.js";
import type { FixMode } from "./load-file.js";
import type { LintServer } from "./lint-server.js";
import { progressFor } from "./progress.js";
import { refuseWithoutServer, type ServerOptions } from "./server-options.js";
import { note, write } from "./terminal.js";
import { sayUnapplied } from "./unapplied.js";
import { checkFormat, writeReports, type WriteOptions } from "./write-reports.js";

/** The options of `promql-lint lint`. */
export interface LintCommandOptions
  extends WriteOptions, ServerOptions, IgnoreOptions, OverridingOptions, BaselineOptions, CacheOptions {
  readonly expr: readonly string[];
  readonly use?: Use;
  readonly stdin: boolean;
  readonly stdinFilename?: string;
  readonly fix: boolean;
  readonly fixReview: boolean;
  readonly fixDryRun: boolean;
  readonly diff: boolean;
  readonly maxWarnings?: number;
  readonly exitZero: boolean;
  readonly errorOnUnmatchedPattern: boolean;
  /** A file of which only the configuration is printed. */
  readonly printConfig?: string;
  /** Whether only a configuration is written. */
  readonly init: boolean;
}

/** Lints files, standard input and queries given on the command line; returns the exit status. */
export async function lintCommand(names: readonly string[], options: LintCommandOptions): Promise<number> {
  checkUse(names, options);
  if (options.init) return (await import("./config/init.js")).initCommand();
  const configFor = configs(options);
  const used = new Set<FileOptions>();
  const settings = remembering(await optionsFor(options, configFor), used);
  if (options.printConfig !== undefined) {
    const { printConfig } = await import("./config/print-config.js");
    return printConfig(options.printConfig, options, configFor, settings);
  }
  checkFormat(options);
  const args = inputsOf(names, options);
  if (args.length === 0 && options.expr.length === 0) return sayUsage();
  const mode = fixMode(options);
  const isDryRun = options.diff || options.fixDryRun;
  const server = await openServer(options);
  const queries: FileReport[] = [];
  const learned = await server?.learn(options.expr.map((text) => ({ text })));
  for (const text of options.expr) {
    const own = await settings(undefined);
    const report = lintExpression(
      text,
      { ...(learned ? learned(own) : own), ...(options.use && { use: options.use }) },
      mode,
    );
    queries.push(isDryRun && report.text !== text ? { ...report, output: report.text } : report);
  }
  const progress = progressFor({ what: "files", quiet: options.quiet, forPeople: options.format === "terminal" });
  // What is not given on the command line is that of the configuration of the working folder.
  const configured = ofTheRun(await configFor(undefined));
  const baseline = options.baseline ?? configured.baseline;
  const files = {
    ...options,
    ...(baseline !== undefined && { baseline }),
    ...{ configFor, optionsFor: settings, mode, isDryRun, progress },
    ...(server && { learn: server.learn }),
  };
  const { reports, unread, fixedInput, changes } = args.length > 0 ? await lintFiles(args, files) : noFiles;
  if (options.diff) return writeDiff(changes, unread || server?.isDown() === true, options.color);
  const all = [...queries, ...reports];
  const printsText = mode !== undefined && !isDryRun && (queries.length > 0 || fixedInput !== undefined);
  for (const { text } of printsText ? queries : []) await write(process.stdout, `${text}\n`);
  if (fixedInput !== undefined) await write(process.stdout, fixedInput);
  const isIncomplete = unread || server?.isDown() === true;
  await writeReports(
    { files: all, complete: !isIncomplete, stream: printsText ? process.stderr : process.stdout, used },
    options,
  );
  if (isIncomplete) return exitStatus.failure;
  return statusOf(all, options.maxWarnings ?? configured.maxWarnings ?? Infinity, options.exitZero);
}

/** The same options, which are kept in `used`. Few files have options of their own. */
function remembering(settings: OptionsFor, used: Set<FileOptions>): OptionsFor {
  return async (path) => {
    const options = await settings(path);
    used.add(options);
    return options;
  };
}

/** Ends the command where something was given that would have no effect. */
function checkUse(names: readonly string[], options: LintCommandOptions): void {
  const refuse = (message: string, help: string): never => {
    throw new CommandError(exitStatus.usage, message, help);
  };
  if ([...names, options.stdinFilename, options.printConfig].includes(""))
    refuse("the name of a file is empty", "is it that of a variable which is not set?");
  const [file] = names;
  const lone = options.init ? "--init" : options.printConfig === undefined ? undefined : "--print-config";
  if (lone && file !== undefined) refuse(`${lone} lints nothing, and ${file} is given`, "leave out one of the two");
  if (options.cacheLocation !== undefined && !options.cache)
    refuse("--cache-location says where a cache is kept, and there is none", "add `--cache`");
  if (options.stdinFilename !== undefined && !inputsOf(names, options).includes("-"))
    refuse("--stdin-filename names standard input, which is not read", "add `--stdin`");
}

/** What is linted besides the queries of the command line. */
function inputsOf(names: readonly string[], { stdin }: LintCommandOptions): readonly string[] {
  return stdin ? [...names, "-"] : names;
}

async function sayUsage(): Promise<number> {
  note("nothing to lint", "name files, folders or patterns, `-` for standard input, or give a query with -e");
  await write(process.stderr, usage);
  return exitStatus.usage;
}

const usage = `
Usage: promql-lint [options] [files...]
       promql-lint <command> [options]

\`promql-lint --help\` lists the commands, \`promql-lint lint --help\` the options.
`;

const noFiles: LintedFiles = { reports: [], unread: false, changes: [] };

function fixMode(options: LintCommandOptions): FixMode {
  if (options.fixReview) return "review";
  return options.fix || options.fixDryRun || options.diff ? "safe" : undefined;
}

/** Loads what asks a server, where one is named. */
async function openServer(options: LintCommandOptions): Promise<LintServer | undefined> {
  if (options.server === undefined) {
    refuseWithoutServer(options);
    return undefined;
  }
  const { openLintServer } = await import("./lint-server.js");
  return openLintServer(options);
}

/** Reads YAML, which a query on the command line does not need. */
async function lintFiles(args: readonly string[], options: FilesOptions): Promise<LintedFiles> {
  const files = await import("./lint-files.js");
  return files.lintFiles(args, options);
}

/** Loads what compares texts. */
async function writeDiff(...args: Parameters<typeof import("./write-diff.js").writeDiff>): Promise<number> {
  const diff = await import("./write-diff.js");
  return diff.writeDiff(...args);
}

/** The report has the query after its fixes. */
function lintExpression(text: string, settings: LintOptions, mode: FixMode): FileReport {
  if (!mode) return reportOf({ text, ...lintQuery(text, settings) });
  const fixed = fix(text, { ...settings, review: mode === "review" });
  sayUnapplied(expressionPath, fixed.text, fixed.unapplied);
  return withUnapplied(reportOf(fixed), fixed.unapplied);
}

const expressionPath = "-e";

function reportOf({ text, diagnostics, suppressed }: Pick<Fixed, "text" | "diagnostics" | "suppressed">): FileReport {
  return queryReport(text, diagnostics, expressionPath, suppressed);
}

function statusOf(reports: readonly FileReport[], most: number, exitZero: boolean): number {
  const { errors, warnings } = summarise(reports);
  return !exitZero && (errors > 0 || warnings > most) ? exitStatus.findings : exitStatus.ok;
}
