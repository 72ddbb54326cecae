import { fix } from "../lint/fix.js";
import { lintQuery, type LintOptions } from "../lint/lint.js";
import type { Use } from "../lint/rule.js";
import { queryReport, summarise, type FileReport } from "../report/report.js";
import { recommended } from "../../rules/index.js";
import { CommandError, exitStatus } from "./exit.js";
import type { LintedFiles } from "./lint-files.js";
import type { FixMode } from "./load-file.js";
import { readMetrics } from "./metrics.js";
import { progressFor } from "./progress.js";
import { write } from "./terminal.js";
import { checkFormat, writeReports, type WriteOptions } from "./write-reports.js";

/** The options of `promql-lint lint`. */
export interface LintCommandOptions extends WriteOptions {
  readonly expr: readonly string[];
  readonly use: Use;
  readonly fix: boolean;
  readonly fixReview: boolean;
  readonly fixDryRun: boolean;
  readonly diff: boolean;
  readonly metrics: readonly string[];
  /** In seconds. */
  readonly scrapeInterval?: number;
  readonly maxWarnings?: number;
}

/** Lints files, standard input and queries given on the command line; returns the exit status. */
export async function lintCommand(args: readonly string[], options: LintCommandOptions): Promise<number> {
  if (args.length === 0 && options.expr.length === 0) {
    throw new CommandError(
      exitStatus.usage,
      "nothing to lint",
      "name files, folders or patterns, `-` for standard input, or give a query with -e",
    );
  }
  checkFormat(options);
  const { scrapeInterval } = options;
  const settings: LintOptions = {
    rules: recommended,
    metrics: await readMetrics(options.metrics),
    settings: scrapeInterval === undefined ? {} : { scrapeInterval },
  };
  const mode = fixMode(options);
  const isDryRun = options.diff || options.fixDryRun;
  const queries = options.expr.map((text) => {
    const report = lintExpression(text, { ...settings, use: options.use }, mode);
    return isDryRun && report.text !== text ? { ...report, output: report.text } : report;
  });
  const progress = progressFor({ quiet: options.quiet, forPeople: options.format === "terminal" });
  const { reports, unread, fixedInput, changes } =
    args.length > 0 ? await lintFiles(args, () => Promise.resolve(settings), { mode, isDryRun, progress }) : noFiles;
  if (options.diff) return writeDiff(changes, unread, options.color);
  const all = [...queries, ...reports];
  const printsText = mode !== undefined && !isDryRun && (queries.length > 0 || fixedInput !== undefined);
  for (const { text } of printsText ? queries : []) await write(process.stdout, `${text}\n`);
  if (fixedInput !== undefined) await write(process.stdout, fixedInput);
  await writeReports({ files: all, complete: !unread, stream: printsText ? process.stderr : process.stdout }, options);
  if (unread) return exitStatus.failure;
  const { errors, warnings } = summarise(all);
  return errors > 0 || warnings > (options.maxWarnings ?? Infinity) ? exitStatus.findings : exitStatus.ok;
}

const noFiles: LintedFiles = { reports: [], unread: false, changes: [] };

function fixMode(options: LintCommandOptions): FixMode {
  if (options.fixReview) return "review";
  return options.fix || options.fixDryRun || options.diff ? "safe" : undefined;
}

/** Reads YAML, which a query on the command line does not need. */
async function lintFiles(...args: Parameters<typeof import("./lint-files.js").lintFiles>): Promise<LintedFiles> {
  const files = await import("./lint-files.js");
  return files.lintFiles(...args);
}

/** Loads what compares texts. */
async function writeDiff(...args: Parameters<typeof import("./write-diff.js").writeDiff>): Promise<number> {
  const diff = await import("./write-diff.js");
  return diff.writeDiff(...args);
}

/** The report has the query after its fixes. */
function lintExpression(text: string, settings: LintOptions, mode: FixMode): FileReport {
  const linted = mode ? fix(text, { ...settings, review: mode === "review" }) : { text, ...lintQuery(text, settings) };
  return queryReport(linted.text, linted.diagnostics, "-e", linted.suppressed);
}
