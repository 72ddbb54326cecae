import type { Diagnostic } from "../../lint/rule.js";
import type { FixSafety, Severity } from "../../syntax/problem.js";
import { plural } from "../../syntax/plural.js";

const weights: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** The worst first; those of one severity as they stand in the query. */
export function inOrderOfWeight(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted((a, b) => weights[a.severity] - weights[b.severity]);
}

/** How many there are of each severity: `1 error, 2 warnings`. */
export function countText(diagnostics: readonly Diagnostic[]): string {
  if (diagnostics.length === 0) return "Nothing is found";
  const count = (severity: Severity) => diagnostics.filter((found) => found.severity === severity).length;
  const counts = [
    { number: count("error"), noun: "error" },
    { number: count("warning"), noun: "warning" },
    { number: count("info"), noun: "info" },
  ];
  return counts.flatMap(({ number, noun }) => (number > 0 ? [plural(number, noun)] : [])).join(", ");
}

/** What a fix may do to the result. */
export function cautionOf(safety: FixSafety): string {
  switch (safety) {
    case "safe":
      return "safe";
    case "review":
      return "may change the result";
    case "suggestion":
      return "one of several meanings";
  }
}
