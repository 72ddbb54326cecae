import type { Span } from "../syntax/problem.js";
import type { Paint } from "./colors.js";
import type { LocatedDiagnostic } from "./report.js";
import { visible } from "./visible.js";

/** A stretch of the text to underline. */
export interface Label {
  readonly at: Span;
  /** The number of the line on which it starts. */
  readonly line: number;
  readonly mark: "^" | "-";
  readonly message?: string;
  readonly paint: Paint;
}

/** What is wrong, marked `^^^`, then why, marked `---` with its message; causes in other files are left out. */
export function labelsOf({ at, because = [] }: LocatedDiagnostic, what: Paint, why: Paint): Label[] {
  return [
    { at, line: at.line, mark: "^", paint: what },
    ...because
      .filter((cause) => cause.path === undefined)
      .map((cause): Label => {
        return { at: cause.at, line: cause.at.line, mark: "-", message: visible(cause.message), paint: why };
      }),
  ];
}
