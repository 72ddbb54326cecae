import type { Severity } from "../syntax/problem.js";
import { detailsOf } from "./details.js";
import type { Location } from "./location.js";
import type { FileReport, LocatedDiagnostic } from "./report.js";
import { escapeUnsafe, visible } from "./visible.js";

/**
 * Commands that a GitHub workflow makes annotations of, a line each.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#setting-an-error-message
 */
export function formatGithub(reports: readonly FileReport[]): string {
  const lines = reports.flatMap((report) => report.diagnostics.map((diagnostic) => commandOf(report, diagnostic)));
  return lines.join("");
}

type Properties = Readonly<Record<string, string | number>>;

const commands: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

function commandOf({ path }: FileReport, diagnostic: LocatedDiagnostic): string {
  const { at, severity, code, message } = diagnostic;
  const properties: Properties = { file: path, ...regionOf(at), title: visible(code) };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  const place = at.line === at.endLine ? [] : [`from ${at.line}:${at.column} to ${at.endLine}:${at.endColumn}`];
  const lines = [visible(message), ...place, ...detailsOf(diagnostic, path)];
  return `::${commands[severity]} ${written.join(",")}::${escapeData(lines.join("\n"))}\n`;
}

/** GitHub drops the columns of what spans several lines, unless its end is left out. */
function regionOf({ line, column, endLine, endColumn }: Location): Properties {
  return line === endLine ? { line, endLine, col: column, endColumn } : { line, col: column };
}

/** https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
function escapeData(text: string): string {
  return escapeUnsafe(text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A"));
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
