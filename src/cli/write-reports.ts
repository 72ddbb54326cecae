import type { FileReport } from "../report/report.js";
import { colorsFor, widthOf, write } from "./terminal.js";

/** How reports are written. */
export interface WriteOptions {
  readonly format: "terminal" | "json";
  readonly quiet: boolean;
  readonly color?: boolean;
}

/** Writes reports to a stream; those for people only where there is something to say. */
export async function writeReports(
  all: readonly FileReport[],
  options: WriteOptions,
  stream: NodeJS.WriteStream,
): Promise<void> {
  const reports = options.quiet ? all.map(onlyErrors) : all;
  if (options.format === "json") {
    const { formatJson } = await import("../report/json.js");
    return write(stream, formatJson(reports));
  }
  if (reports.every(({ diagnostics }) => diagnostics.length === 0)) return;
  const { formatTerminal } = await import("../report/terminal.js");
  const colors = colorsFor(stream, options.color);
  const width = widthOf(stream);
  if (!colors.isColorSupported) return write(stream, formatTerminal(reports, { colors, width }));
  const { loadHighlighter } = await import("../report/highlight.js");
  await write(stream, formatTerminal(reports, { colors, width, highlight: await loadHighlighter() }));
}

function onlyErrors(report: FileReport): FileReport {
  return { ...report, diagnostics: report.diagnostics.filter(({ severity }) => severity === "error") };
}
