import type { FileReport, LocatedDiagnostic } from "./report.js";

/**
 * A name for each diagnostic that no other one has, and that it keeps while its file changes elsewhere: of the file, the
 * code, the rule or panel, the message and the characters, and of which of several alike it is. `hash` turns a text into a name.
 */
export function fingerprints(
  reports: readonly FileReport[],
  hash: (text: string) => string,
): ReadonlyMap<LocatedDiagnostic, string> {
  const seen = new Map<string, number>();
  const found = new Map<LocatedDiagnostic, string>();
  for (const { path, text, diagnostics, suppressed = [] } of reports) {
    for (const diagnostic of [...diagnostics, ...suppressed.map((each) => each.diagnostic)]) {
      const { code, rule, panel, message, at } = diagnostic;
      const key = JSON.stringify([path, code, rule ?? panel, message, text.slice(at.from, at.to)]);
      const before = seen.get(key) ?? 0;
      seen.set(key, before + 1);
      found.set(diagnostic, hash(`${key}${before}`));
    }
  }
  return found;
}
