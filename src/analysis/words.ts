import { isLegacyLabel } from "../promql/labels.js";
import { quote } from "../promql/strings.js";
import type { DurationExpr, Expr, Token } from "../syntax/ast.js";
import { plural } from "../syntax/plural.js";
import { print, printRange } from "../syntax/print.js";

/** Labels as they are written in a query: `job, "http.status"`. */
export function printLabelList(labels: readonly string[]): string {
  return labels.map((label) => (isLegacyLabel(label) || label.includes("$") ? label : quote(label))).join(", ");
}

/** Labels in a sentence: `` `job` and `instance` ``. */
export function labelsInWords(labels: readonly Token[]): string {
  return listInWords(labels.map(({ text }) => `\`${text}\``));
}

/** A text that begins with a capital letter. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `a`, `a and b`, `a, b and c`. */
export function listInWords(items: readonly string[], word: "and" | "or" = "and"): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} ${word} ${last}`;
}

const units = [
  ["week", 604800],
  ["day", 86400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
  ["millisecond", 0.001],
] as const;

/** Seconds in a sentence: `5 minutes`, `1 hour and 30 minutes`. The sign is left out. */
export function secondsInWords(seconds: number): string {
  let rest = Math.round(Math.abs(seconds) * 1000);
  const parts: string[] = [];
  for (const [unit, size] of units) {
    const milliseconds = Math.round(size * 1000);
    if (unit === "week" && rest % milliseconds !== 0) continue;
    const count = Math.floor(rest / milliseconds);
    if (count > 0) parts.push(plural(count, unit));
    rest -= count * milliseconds;
  }
  return listInWords(parts) || "0 seconds";
}

/** A duration in a sentence; one that is computed or a variable as it is written. */
export function durationInWords(duration: DurationExpr): string {
  const isKnown = duration.kind === "DurationLiteral" && !duration.variable;
  return isKnown ? secondsInWords(duration.seconds) : `\`${printRange(duration)}\``;
}

/** A number or a string as it is written; any other expression is not repeated. */
export function argumentInWords(expr: Expr | undefined): string {
  if (!expr) return "what is missing";
  return expr.kind === "NumberLiteral" || expr.kind === "StringLiteral" ? print(expr) : "the computed number";
}
