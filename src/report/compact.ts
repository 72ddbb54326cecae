import type { FileReport } from "./report.js";
import { visible } from "./visible.js";

/** One line for each diagnostic, which editors and `grep` find their way in: `path:line:column: severity: message [code]`. */
export function formatCompact(reports: readonly FileReport[]): string {
  const lines = reports.flatMap(({ path, diagnostics }) =>
    diagnostics.map(
      ({ at, severity, message, code }) =>
        `${visible(path)}:${at.line}:${at.column}: ${severity}: ${visible(message)} [${visible(code)}]\n`,
    ),
  );
  return lines.join("");
}
