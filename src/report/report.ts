import type { Diagnostic } from "../lint/rule.js";
import type { Because, Span } from "../syntax/problem.js";
import { locator, type Location } from "./location.js";

/** Where the cause of a diagnostic lies. */
export interface LocatedBecause extends Because<Location> {
  /** Another file than the diagnostic's own. */
  readonly path?: string;
}

/** A diagnostic with its places in the file; where the exact characters are unknown, the whole value is the place. */
export interface LocatedDiagnostic extends Diagnostic<Location> {
  readonly because?: readonly LocatedBecause[];
  /** The way to the value within the file, such as `groups[0].rules[3].expr`. */
  readonly field?: string;
  /** The name of the alerting or recording rule. */
  readonly rule?: string;
  /** Where the query stands in the file, when it stands there in one piece: shown in colours, and with its fix applied. */
  readonly query?: Span;
}

/** What is to be said about one file. Diagnostics are shown in the order given. */
export interface FileReport {
  readonly path: string;
  readonly text: string;
  readonly diagnostics: readonly LocatedDiagnostic[];
  /** Why the file, or a part of it, was not looked at. */
  readonly skipped?: string;
  /** The text after its fixes, when the fixes were only tried; then it is `text` too. */
  readonly output?: string;
}

/** The report on a query that stands in no file. */
export function queryReport(text: string, diagnostics: readonly Diagnostic[], path = "-e"): FileReport {
  const query = { from: 0, to: text.length };
  const located = locateDiagnostics(text, diagnostics);
  return { path, text, diagnostics: located.map((diagnostic) => ({ ...diagnostic, query })) };
}

/** Gives every place of the diagnostics of a text its lines and columns. */
export function locateDiagnostics(text: string, diagnostics: readonly Diagnostic[]): LocatedDiagnostic[] {
  const locate = locator(text);
  return diagnostics.map(({ at, because, fixes, ...rest }) => ({
    ...rest,
    at: locate(at),
    ...(because && { because: because.map((cause) => ({ ...cause, at: locate(cause.at) })) }),
    ...(fixes && {
      fixes: fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit, ...locate(edit) })) })),
    }),
  }));
}

/** Counts over all reports. */
export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Diagnostics whose first fix is safe. */
  readonly fixable: number;
  /** Diagnostics whose first fix may change the result; not among `fixable`. */
  readonly fixableWithReview: number;
  /** Files with at least one diagnostic. */
  readonly files: number;
  /** All files that were looked at. */
  readonly filesChecked: number;
}

/** Counts the diagnostics, and those that a flag can repair: of several fixes, the first is the one applied. */
export function summarise(reports: readonly FileReport[]): Summary {
  const diagnostics = reports.flatMap((report) => report.diagnostics);
  const count = (test: (diagnostic: LocatedDiagnostic) => boolean): number => diagnostics.filter(test).length;
  return {
    errors: count(({ severity }) => severity === "error"),
    warnings: count(({ severity }) => severity === "warning"),
    infos: count(({ severity }) => severity === "info"),
    fixable: count(({ fixes }) => fixes?.[0]?.safety === "safe"),
    fixableWithReview: count(({ fixes }) => fixes?.[0]?.safety === "review"),
    files: reports.filter((report) => report.diagnostics.length > 0).length,
    filesChecked: reports.length,
  };
}
