import { fix } from "../lint/fix.js";
import { lint, type LintOptions } from "../lint/lint.js";
import type { Use } from "../lint/rule.js";
import { queryReport, summarise, type FileReport } from "../report/report.js";
import { configs, type ConfigChoice, type ConfigFor } from "./config/configs.js";
import { optionsFor, type OverridingOptions } from "./config/options-for.js";
import { CommandError, exitStatus } from "./exit.js";
import type { IgnoreOptions } from "./ignored.js";
import type { FilesOptions, LintedFiles } from "./lint-files.js";
import type { FixMode } from "./load-file.js";
import { note, write } from "./terminal.js";
import { writeReports, type WriteOptions } from "./write-reports.js";

/** The options of `promql-lint lint`. */
export interface LintCommandOptions extends WriteOptions, ConfigChoice, IgnoreOptions, OverridingOptions {
  readonly expr: readonly string[];
  readonly use: Use;
  readonly stdin: boolean;
  readonly stdinFilename?: string;
  readonly fix: boolean;
  readonly fixReview: boolean;
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
  if (options.init) return (await import("./config/init.js")).initCommand();
  const configFor = configs(options);
  const settings = await optionsFor(options, configFor);
  if (options.printConfig !== undefined) {
    const { printConfig } = await import("./config/print-config.js");
    return printConfig(options.printConfig, options, configFor, settings);
  }
  const args = inputsOf(names, options);
  if (args.length === 0 && options.expr.length === 0) return sayUsage();
  const mode = fixMode(options);
  const queries: Linted[] = [];
  for (const text of options.expr) {
    queries.push(lintExpression(text, { ...(await settings(undefined)), use: options.use }, mode));
  }
  const files = { ...options, configFor, optionsFor: settings, mode };
  const { reports, unread, fixedInput } = args.length > 0 ? await lintFiles(args, files) : noFiles;
  const all = [...queries.map(({ report }) => report), ...reports];
  const printsText = mode !== undefined && (queries.length > 0 || fixedInput !== undefined);
  for (const { text } of mode ? queries : []) await write(process.stdout, `${text}\n`);
  if (fixedInput !== undefined) await write(process.stdout, fixedInput);
  await writeReports(all, options, printsText ? process.stderr : process.stdout);
  if (unread) return exitStatus.failure;
  return statusOf(all, await maxWarnings(options, configFor), options.exitZero);
}

/** What is linted besides the queries of the command line. */
function inputsOf(names: readonly string[], { stdin, stdinFilename }: LintCommandOptions): readonly string[] {
  const args = stdin ? [...names, "-"] : names;
  if (stdinFilename !== undefined && !args.includes("-")) {
    const message = "--stdin-filename names standard input, which is not read";
    throw new CommandError(exitStatus.usage, message, "add `--stdin`");
  }
  return args;
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

const noFiles: LintedFiles = { reports: [], unread: false };

function fixMode(options: LintCommandOptions): FixMode {
  if (options.fixReview) return "review";
  return options.fix ? "safe" : undefined;
}

/** Reads YAML, which a query on the command line does not need. */
async function lintFiles(args: readonly string[], options: FilesOptions): Promise<LintedFiles> {
  const files = await import("./lint-files.js");
  return files.lintFiles(args, options);
}

interface Linted {
  readonly text: string;
  readonly report: FileReport;
}

function lintExpression(text: string, settings: LintOptions, mode: FixMode): Linted {
  if (!mode) return { text, report: queryReport(text, lint(text, settings)) };
  const fixed = fix(text, { ...settings, review: mode === "review" });
  return { text: fixed.text, report: queryReport(fixed.text, fixed.diagnostics) };
}

/** That of the command line, or of the configuration of the working folder. */
async function maxWarnings(options: LintCommandOptions, configFor: ConfigFor): Promise<number> {
  if (options.maxWarnings !== undefined) return options.maxWarnings;
  const { layers } = await configFor(undefined);
  return layers.findLast(({ config }) => config.maxWarnings !== undefined)?.config.maxWarnings ?? Infinity;
}

function statusOf(reports: readonly FileReport[], most: number, exitZero: boolean): number {
  const { errors, warnings } = summarise(reports);
  return !exitZero && (errors > 0 || warnings > most) ? exitStatus.findings : exitStatus.ok;
}
