import type { SourceDiagnostic } from "./lint-source.js";

const codes: ReadonlySet<string> = new Set([
  "not-text",
  "too-deep",
  "too-large",
  "too-many-aliases",
  "too-many-documents",
  "yaml-syntax",
]);

/** Whether a diagnostic says that a file, or the rest of it, has not been read. Of a query it never says so. */
export function keepsFromReading({ code, field }: SourceDiagnostic): boolean {
  return field === undefined && codes.has(code);
}
