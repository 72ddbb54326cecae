import type { Diagnostic } from "../lint/rule.js";
import { lineBreak } from "../syntax/lines.js";
import { adviceOf, fixedPart, type Advice } from "./advice.js";
import { frame } from "./frame.js";
import { labelsOf } from "./label.js";
import { locateDiagnostics } from "./report.js";
import { visible } from "./visible.js";

/**
 * A diagnostic of a query as the rules' pages show it: the message, the query with marks, what to do, and the query after
 * each fix. No colours, no line break at the end.
 */
export function formatQueryDiagnostic(text: string, diagnostic: Diagnostic): string {
  const { severity, code, message } = diagnostic;
  const labels = locateDiagnostics(text, [diagnostic]).flatMap((located) => labelsOf(located, String, String));
  const rows = frame(text, labels, { width: Infinity, painted: [] });
  const whole = { from: 0, to: text.length };
  const advice = adviceOf(diagnostic, (fix) => fixedPart(text, whole, fix));
  return [
    `${severity}: ${visible(message)} [${visible(code)}]`,
    ...rows.map((row) => indent(row.kind === "gap" ? "..." : row.text)),
    ...advice.flatMap(adviceLines),
  ].join("\n");
}

function adviceLines({ label, text, fixed }: Advice): string[] {
  if (!fixed) return [`${label}: ${text}`];
  const lines = fixed.split(lineBreak).map(visible);
  if (lines.length === 1) return [`${label}: ${text}: ${lines.join("")}`];
  return [`${label}: ${text}:`, ...lines.map(indent)];
}

function indent(line: string): string {
  return `  ${line}`.trimEnd();
}
