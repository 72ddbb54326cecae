import type { FileReport, LocatedDiagnostic } from "./report.js";
import { element, xmlDocument } from "./xml.js";

/**
 * The XML of Checkstyle: every file that was looked at, with its diagnostics.
 * https://checkstyle.org/apidocs/com/puppycrawl/tools/checkstyle/XMLLogger.html
 */
export function formatCheckstyle(reports: readonly FileReport[]): string {
  const files = reports.map(({ path, diagnostics }) => element("file", { name: path }, diagnostics.map(errorOf)));
  return xmlDocument(element("checkstyle", { version: "4.3" }, files));
}

/** Checkstyle counts columns from 1, as we do. */
function errorOf({ at, severity, message, code }: LocatedDiagnostic): string {
  return element("error", {
    line: at.line,
    column: at.column,
    severity,
    message,
    source: `promql-lint.${code}`,
  });
}
