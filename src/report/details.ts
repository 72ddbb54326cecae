import { adviceOf } from "./advice.js";
import type { LocatedDiagnostic } from "./report.js";
import { visible } from "./visible.js";

/** What is said of a diagnostic besides its message, a line each: why, what to do, what Prometheus says. */
export function detailsOf(diagnostic: LocatedDiagnostic, path: string): string[] {
  const { because = [], prometheus } = diagnostic;
  return [
    ...because.map((cause) => {
      const { line, column } = cause.at;
      return `because: ${visible(cause.message)} (${visible(cause.path ?? path)}:${line}:${column})`;
    }),
    ...adviceOf(diagnostic, () => undefined).map(({ label, text }) => `${label}: ${text}`),
    ...(prometheus === undefined ? [] : [`Prometheus says: ${visible(prometheus)}`]),
  ];
}
