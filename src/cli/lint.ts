import { fix } from "../lint/fix.js";
import { lint, type LintOptions } from "../lint/lint.js";
import type { Use } from "../lint/rule.js";
import { queryReport, summarise, type FileReport } from "../report/report.js";
import { recommended } from "../../rules/index.js";
import { CommandError, exitStatus } from "./exit.js";
import type { LintedFiles } from "./lint-files.js";
import type { FixMode } from "./load-file.js";
import { readMetrics } from "./metrics.js";
import { write } from "./terminal.js";
import { writeReports, type WriteOptions } from "./write-reports.js";

/** The options of `promql-lint lint`. */
export interface LintCommandOptions extends WriteOptions {
  readonly expr: readonly string[];
  readonly use: Use;
  readonly fix: boolean;
  readonly fixReview: boolean;
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
  const { scrapeInterval } = options;
  const settings: LintOptions = {
    rules: recommended,
    metrics: await readMetrics(options.metrics),
    settings: scrapeInterval === undefined ? {} : { scrapeInterval },
  };
  const mode = fixMode(options);
  const queries = options.expr.map((text) => lintExpression(text, { ...settings, use: options.use }, mode));
  const { reports, unread, fixedInput } =
    args.length > 0 ? await lintFiles(args, () => Promise.resolve(settings), mode) : noFiles;
  const all = [...queries.map(({ report }) => report), ...reports];
  const printsText = mode !== undefined && (queries.length > 0 || fixedInput !== undefined);
  for (const { text } of mode ? queries : []) await write(process.stdout, `${text}\n`);
  if (fixedInput !== undefined) await write(process.stdout, fixedInput);
  await writeReports(all, options, printsText ? process.stderr : process.stdout);
  if (unread) return exitStatus.failure;
  const { errors, warnings } = summarise(all);
  return errors > 0 || warnings > (options.maxWarnings ?? Infinity) ? exitStatus.findings : exitStatus.ok;
}

const noFiles: LintedFiles = { reports: [], unread: false };

function fixMode(options: LintCommandOptions): FixMode {
  if (options.fixReview) return "review";
  return options.fix ? "safe" : undefined;
}

/** Reads YAML, which a query on the command line does not need. */
async function lintFiles(...args: Parameters<typeof import("./lint-files.js").lintFiles>): Promise<LintedFiles> {
  const files = await import("./lint-files.js");
  return files.lintFiles(...args);
}

function lintExpression(text: string, settings: LintOptions, mode: FixMode): { text: string; report: FileReport } {
  if (!mode) return { text, report: queryReport(text, lint(text, settings)) };
  const fixed = fix(text, { ...settings, review: mode === "review" });
  return { text: fixed.text, report: queryReport(fixed.text, fixed.diagnostics) };
}
