import type picocolors from "picocolors";
import type { Severity } from "../syntax/problem.js";

/** The colours of picocolors, on or off. */
export type Colors = ReturnType<typeof picocolors.createColors>;

/** Gives a text a colour, or leaves it as it is. */
export type Paint = (text: string) => string;

/** The colour of a severity, and of the characters that a diagnostic of it underlines. */
export function severityPaint(severity: Severity, colors: Colors): Paint {
  switch (severity) {
    case "error":
      return colors.red;
    case "warning":
      return colors.yellow;
    case "info":
      return colors.cyan;
  }
}
