import type { Paint } from "./colors.js";
import type { Location } from "./location.js";
import type { LocatedDiagnostic } from "./report.js";
import { visible } from "./visible.js";

/** A stretch of the text to underline. */
export interface Label {
  readonly at: Location;
  readonly mark: "^" | "-";
  readonly message?: string;
  readonly paint: Paint;
}

/** What is wrong, marked `^^^`, then why, marked `---` with its message; causes in other files are left out. */
export function labelsOf({ at, because = [] }: LocatedDiagnostic, what: Paint, why: Paint): Label[] {
  return [
    { at, mark: "^", paint: what },
    ...because
      .filter((cause) => cause.path === undefined)
      .map((cause): Label => {
        return { at: cause.at, mark: "-", message: visible(cause.message), paint: why };
      }),
  ];
}
