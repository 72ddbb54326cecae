import { fix } from "../lint/fix.js";
import { lint, type LintOptions } from "../lint/lint.js";
import type { Use } from "../lint/rule.js";
import { formatJson } from "../report/json.js";
import { queryReport, summarise, type FileReport } from "../report/report.js";
import { formatTerminal } from "../report/terminal.js";
import { recommended } from "../../rules/index.js";
import { CommandError, exitStatus } from "./exit.js";
import type { LintedFiles } from "./lint-files.js";
import { readMetrics } from "./metrics.js";
import { colorsFor, widthOf, write } from "./terminal.js";

/** The options of `promql-lint lint`. */
export interface LintCommandOptions {
  readonly expr: readonly string[];
  readonly use: Use;
  readonly fix: boolean;
  readonly fixReview: boolean;
  readonly format: "terminal" | "json";
  readonly metrics: readonly string[];
  /** In seconds. */
  readonly scrapeInterval?: number;
  readonly maxWarnings?: number;
  readonly quiet: boolean;
  readonly color?: boolean;
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
  const queries = options.expr.map((text) => lintExpression(text, options, { ...settings, use: options.use }));
  const { reports, unread, fixedInput } = args.length > 0 ? await lintFiles(args, options, settings) : noFiles;
  const all = [...queries.map(({ report }) => report), ...reports];
  const fixes = options.fix || options.fixReview;
  const printsText = fixes && (options.expr.length > 0 || fixedInput !== undefined);
  for (const { text } of fixes ? queries : []) await write(process.stdout, `${text}\n`);
  if (fixedInput !== undefined) await write(process.stdout, fixedInput);
  await writeReports(all, options, printsText ? process.stderr : process.stdout);
  if (unread) return exitStatus.failure;
  const { errors, warnings } = summarise(all);
  return errors > 0 || warnings > (options.maxWarnings ?? Infinity) ? exitStatus.findings : exitStatus.ok;
}

const noFiles: LintedFiles = { reports: [], unread: false };

/** Reads YAML, which a query on the command line does not need. */
async function lintFiles(...args: Parameters<typeof import("./lint-files.js").lintFiles>): Promise<LintedFiles> {
  const files = await import("./lint-files.js");
  return files.lintFiles(...args);
}

function lintExpression(
  text: string,
  options: LintCommandOptions,
  settings: LintOptions,
): { text: string; report: FileReport } {
  if (!options.fix && !options.fixReview) return { text, report: queryReport(text, lint(text, settings)) };
  const fixed = fix(text, { ...settings, review: options.fixReview });
  return { text: fixed.text, report: queryReport(fixed.text, fixed.diagnostics) };
}

async function writeReports(
  all: readonly FileReport[],
  options: LintCommandOptions,
  stream: NodeJS.WriteStream,
): Promise<void> {
  const reports = options.quiet ? all.map(onlyErrors) : all;
  if (options.format === "json") return write(stream, formatJson(reports));
  if (reports.every(({ diagnostics }) => diagnostics.length === 0)) return;
  const colors = colorsFor(stream, options.color);
  const width = widthOf(stream);
  if (!colors.isColorSupported) return write(stream, formatTerminal(reports, { colors, width }));
  const { loadHighlighter } = await import("../report/highlight.js");
  await write(stream, formatTerminal(reports, { colors, width, highlight: await loadHighlighter() }));
}

function onlyErrors(report: FileReport): FileReport {
  return { ...report, diagnostics: report.diagnostics.filter(({ severity }) => severity === "error") };
}
