import { jsonText } from "./json-text.js";
import { statisticsOf } from "./statistics.js";
import { summarise, type FileReport, type LocatedBecause, type LocatedDiagnostic } from "./report.js";
import type { Location } from "./location.js";

/** Raised when a field changes its meaning or goes away; new fields leave it as it is. */
const reportVersion = 1;

/**
 * The report for programs, as `docs/schemas/report.schema.json` describes it: offsets from 0, lines and columns from 1, all
 * in UTF-16 units. Ends with a line break.
 */
export function formatJson(
  reports: readonly FileReport[],
  { statistics }: { readonly statistics?: boolean } = {},
): string {
  const report = {
    version: reportVersion,
    files: reports.map(({ path, skipped, output, diagnostics, unapplied }) => ({
      path,
      skipped,
      output,
      diagnostics: diagnostics.map(diagnosticOf),
      unapplied: unapplied?.map(({ code, title, hindrance, at }) => ({ code, title, hindrance, at: locationOf(at) })),
    })),
    summary: summarise(reports),
    statistics: statistics ? statisticsOf(reports) : undefined,
  };
  return jsonText(report);
}

function diagnosticOf({
  severity,
  code,
  message,
  help,
  prometheus,
  field,
  rule,
  panel,
  ...places
}: LocatedDiagnostic): object {
  return {
    code,
    severity,
    message,
    help,
    prometheus,
    field,
    rule,
    panel,
    at: locationOf(places.at),
    because: places.because?.map(becauseOf),
    fixes: places.fixes?.map(({ title, safety, edits }) => ({
      title,
      safety,
      edits: edits.map((edit) => ({ ...locationOf(edit), insert: edit.insert })),
    })),
  };
}

function becauseOf({ path, at, message }: LocatedBecause): object {
  return { path, at: locationOf(at), message };
}

function locationOf({ from, to, line, column, endLine, endColumn }: Location): Location {
  return { from, to, line, column, endLine, endColumn };
}
