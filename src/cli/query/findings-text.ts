import type { Diagnostic } from "../../lint/rule.js";
import { queryReport } from "../../report/report.js";
import { formatTerminal } from "../../report/terminal.js";
import { colorsFor, widthOf } from "../terminal.js";

/** What is found in a query, for people who see it on a stream; empty where nothing is. */
export async function findingsText(
  query: string,
  diagnostics: readonly Diagnostic[],
  { color }: { readonly color?: boolean },
  stream: NodeJS.WriteStream,
): Promise<string> {
  if (diagnostics.length === 0) return "";
  const colors = colorsFor(stream, color);
  const { loadHighlighter } = await import("../../report/highlight.js");
  return formatTerminal([queryReport(query, diagnostics, "query")], {
    colors,
    width: widthOf(stream),
    knowsFix: false,
    highlight: colors.isColorSupported ? await loadHighlighter() : undefined,
  });
}
