import { summarise, type FileReport, type LocatedBecause, type LocatedDiagnostic } from "./report.js";
import type { Location } from "./location.js";

/** Raised when a field changes its meaning or goes away; new fields leave it as it is. */
const reportVersion = 1;

/**
 * The report for programs, as `docs/schemas/report.schema.json` describes it: offsets from 0, lines and columns from 1, all
 * in UTF-16 units. Ends with a line break.
 */
export function formatJson(reports: readonly FileReport[]): string {
  const report = {
    version: reportVersion,
    files: reports.map(({ path, skipped, diagnostics }) => ({
      path,
      skipped,
      diagnostics: diagnostics.map(diagnosticOf),
    })),
    summary: summarise(reports),
  };
  return `${JSON.stringify(report, null, 2).replace(unsafeOnTerminals, unicodeEscape)}\n`;
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

/** What JSON allows within strings, and a terminal obeys or hides. */
const unsafeOnTerminals = /[\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
