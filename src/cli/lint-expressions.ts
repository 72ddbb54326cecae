import { fix, type Fixed } from "../lint/fix.js";
import { lintQuery, type LintOptions } from "../lint/lint.js";
import type { Use } from "../lint/rule.js";
import { queryReport, withUnapplied, type FileReport } from "../report/report.js";
import type { OptionsFor } from "./file-options.js";
import type { LintServer } from "./lint-server.js";
import type { FixMode } from "./load-file.js";
import { sayUnapplied } from "./unapplied.js";

/** How queries of the command line are linted. */
export interface ExpressionOptions {
  readonly settings: OptionsFor;
  readonly server: LintServer | undefined;
  readonly mode: FixMode;
  /** Whether fixes are only tried. */
  readonly isDryRun: boolean;
  readonly use: Use | undefined;
}

/** Lints the queries of the command line, after fixing them where that is asked; a report has the query after its fixes. */
export async function lintExpressions(
  texts: readonly string[],
  { settings, server, mode, isDryRun, use }: ExpressionOptions,
): Promise<readonly FileReport[]> {
  const learned = await server?.learn(texts.map((text) => ({ text })));
  const reports: FileReport[] = [];
  for (const text of texts) {
    const own = await settings(undefined);
    const report = lintExpression(text, { ...(learned ? learned(own) : own), ...(use && { use }) }, mode);
    reports.push(isDryRun && report.text !== text ? { ...report, output: report.text } : report);
  }
  return reports;
}

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
