import { summarise, type FileReport } from "./report.js";
import { formatStatistics, statisticsOf } from "./statistics.js";
import { formatSummary } from "./summary.js";
import { formatTerminalDiagnostic, type TerminalOptions } from "./terminal-diagnostic.js";

/** How a report looks, and what it holds. */
export interface ReportOptions extends TerminalOptions {
  /** Whether to count by code, instead of showing each place. */
  readonly statistics?: boolean;
  /** Whether the command that prints it knows `--fix`; by default it does. */
  readonly knowsFix?: boolean;
}

/**
 * The report that people read: each diagnostic with its place, the lines it is about and what to do, and a summary as the
 * last line. With `statistics`, counts by code stand in place of the diagnostics. Ends with a line break; empty when there
 * is nothing to say.
 */
export function formatTerminal(reports: readonly FileReport[], options: ReportOptions): string {
  const summary = summarise(reports);
  if (summary.files === 0) return "";
  const parts = options.statistics
    ? [formatStatistics(statisticsOf(reports), options.colors)]
    : reports.flatMap((report) =>
        report.diagnostics.map((diagnostic) => formatTerminalDiagnostic(report, diagnostic, options)),
      );
  const counts = options.knowsFix === false ? { ...summary, fixable: 0, fixableWithReview: 0 } : summary;
  return `${[...parts, formatSummary(counts)].join("\n\n")}\n`;
}
