import type { Diagnostic } from "../../src/lint/rule.js";
import { locateDiagnostics, type FileReport, type LocatedDiagnostic } from "../../src/report/report.js";
import type { Span } from "../../src/syntax/problem.js";

/** The characters of a part of the text, which must occur in it. */
export function spanOf(text: string, part: string): Span {
  const from = text.indexOf(part);
  if (from === -1) throw new Error(`${part} does not occur`);
  return { from, to: from + part.length };
}

/** An error of the code `some-rule` at a part of the text. */
export function diagnosticAt(text: string, part: string, rest: Partial<Diagnostic> = {}): Diagnostic {
  return { code: "some-rule", severity: "error", message: "something goes wrong", at: spanOf(text, part), ...rest };
}

/** A report on a file; `rest` is added to each of its diagnostics. */
export function fileReport(
  path: string,
  text: string,
  diagnostics: readonly Diagnostic[],
  rest: Pick<LocatedDiagnostic, "field" | "rule" | "panel" | "query"> = {},
): FileReport {
  return { path, text, diagnostics: locateDiagnostics(text, diagnostics).map((located) => ({ ...located, ...rest })) };
}

/** A file with an alerting rule, in which a fix that needs review is offered. */
export function gaugeReport(path = "rules/node.yaml"): FileReport {
  const query = "rate(node_memory_MemFree_bytes[5m]) > 0";
  const text = `groups:\n  - name: node\n    rules:\n      - alert: MemoryFalls\n        expr: ${query}\n`;
  return fileReport(path, text, [rateOverGauge(text)], {
    rule: "MemoryFalls",
    field: "groups[0].rules[0].expr",
    query: spanOf(text, query),
  });
}

/** What a rule says about `rate(node_memory_MemFree_bytes[…])` in the text. */
export function rateOverGauge(text: string): Diagnostic {
  return diagnosticAt(text, "node_memory_MemFree_bytes", {
    code: "rate-over-gauge",
    message: "`rate()` reads every drop of the gauge `node_memory_MemFree_bytes` as a counter reset",
    fixes: [{ title: "Use `deriv()`", safety: "review", edits: [{ ...spanOf(text, "rate"), insert: "deriv" }] }],
  });
}
