import type { Diagnostic } from "../lint/rule.js";
import { lineBreak } from "../syntax/lines.js";
import type { Fix, Span } from "../syntax/problem.js";
import { adviceOf, fixedPart, type Advice } from "./advice.js";
import { frame } from "./frame.js";
import { labelsOf } from "./label.js";
import { locateDiagnostics } from "./report.js";
import { visible } from "./visible.js";

/**
 * A diagnostic of a query as the rules' pages show it: the message, the query with marks, what to do, and the query after
 * each fix; of a text that is a file, only the lines that the fix changes. No colours, no line break at the end.
 */
export function formatQueryDiagnostic(text: string, diagnostic: Diagnostic, isFile = false): string {
  const { severity, code, message } = diagnostic;
  const labels = locateDiagnostics(text, [diagnostic]).flatMap((located) => labelsOf(located, String, String));
  const rows = frame(text, labels, { width: Infinity, painted: [] });
  const whole = { from: 0, to: text.length };
  const advice = adviceOf(diagnostic, (fix) => fixedPart(text, isFile ? changedLines(text, fix) : whole, fix));
  return [
    `${severity}: ${visible(message)} [${visible(code)}]`,
    ...rows.map((row) => indent(row.kind === "gap" ? "..." : row.text)),
    ...advice.flatMap(adviceLines),
  ].join("\n");
}

/** From the beginning of the first line that a fix changes to the end of the last one. */
function changedLines(text: string, { edits }: Fix): Span {
  const from = Math.min(...edits.map((edit) => edit.from));
  const to = Math.max(...edits.map((edit) => edit.to));
  const end = text.indexOf("\n", to);
  return { from: text.lastIndexOf("\n", from - 1) + 1, to: end === -1 ? text.length : end };
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
