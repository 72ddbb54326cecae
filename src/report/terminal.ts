import { summarise, type FileReport } from "./report.js";
import { formatStatistics, statisticsOf } from "./statistics.js";
import { formatSummary } from "./summary.js";
import { formatTerminalDiagnostic, type TerminalOptions } from "./terminal-diagnostic.js";

/**
 * The report that people read: each diagnostic with its place, the lines it is about and what to do, and a summary as the
 * last line. With `statistics`, counts by code stand in place of the diagnostics. Ends with a line break; empty when there
 * is nothing to say.
 */
export function formatTerminal(
  reports: readonly FileReport[],
  options: TerminalOptions & { readonly statistics?: boolean },
): string {
  const summary = summarise(reports);
  if (summary.files === 0) return "";
  const parts = options.statistics
    ? [formatStatistics(statisticsOf(reports), options.colors)]
    : reports.flatMap((report) =>
        report.diagnostics.map((diagnostic) => formatTerminalDiagnostic(report, diagnostic, options)),
      );
  return `${[...parts, formatSummary(summary)].join("\n\n")}\n`;
}
