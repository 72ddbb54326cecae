import type { UnappliedFix } from "../lint/fix-rounds.js";
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
  /** The title of the panel of a dashboard. */
  readonly panel?: string;
  /** Where the query stands in the file, when it stands there in one piece: shown in colours, and with its fix applied. */
  readonly query?: Span;
}

/** A diagnostic that is not reported, since a comment or the baseline says so. */
export interface SuppressedDiagnostic {
  readonly diagnostic: LocatedDiagnostic;
  /** The comment; missing for those of the baseline. */
  readonly comment?: Location;
  /** The reason that the comment gives. */
  readonly reason?: string;
}

/** A fix that was asked for, or could have been, and is left: which, where, and why. */
export interface LocatedUnapplied extends Omit<UnappliedFix, "at"> {
  readonly at: Location;
}

/** What is to be said about one file. Diagnostics are shown in the order given. */
export interface FileReport {
  readonly path: string;
  readonly text: string;
  readonly diagnostics: readonly LocatedDiagnostic[];
  readonly suppressed?: readonly SuppressedDiagnostic[];
  /** Why the file, or a part of it, was not looked at. */
  readonly skipped?: string;
  /** The text after its fixes, when the fixes were only tried; then it is `text` too. */
  readonly output?: string;
  /** The fixes that are left, when fixes were applied or tried. */
  readonly unapplied?: readonly LocatedUnapplied[];
}

/** A diagnostic whose places are those of texts: of its own, or of the file that a cause names. */
export interface Unlocated extends Diagnostic {
  readonly because?: readonly (Because & { readonly path?: string })[];
}

/** A diagnostic that is suppressed, its places those of the text. */
export interface UnlocatedSuppressed {
  readonly diagnostic: Unlocated;
  readonly comment?: Span;
  readonly reason?: string;
}

/** Gives spans of a text their lines and columns. */
export type Locate = (span: Span) => Location;

/** The report on a text, such as a file. `locateIn` finds places in another file, by its path. */
export function fileReport(
  path: string,
  text: string,
  diagnostics: readonly Unlocated[],
  suppressed: readonly UnlocatedSuppressed[] = [],
  locateIn?: (path: string) => Locate | undefined,
): FileReport {
  const locate = locator(text);
  const report = { path, text, diagnostics: diagnostics.map((found) => located(found, locate, locateIn)) };
  if (suppressed.length === 0) return report;
  return {
    ...report,
    suppressed: suppressed.map(({ diagnostic, comment, ...rest }) => ({
      ...rest,
      diagnostic: located(diagnostic, locate, locateIn),
      ...(comment && { comment: locate(comment) }),
    })),
  };
}

/** A report after fixes, with those that are left. */
export function withUnapplied(report: FileReport, unapplied: readonly UnappliedFix[]): FileReport {
  if (unapplied.length === 0) return report;
  const locate = locator(report.text);
  return { ...report, unapplied: unapplied.map((fix) => ({ ...fix, at: locate(fix.at) })) };
}

/** The report on a query that stands in no file. */
export function queryReport(
  text: string,
  diagnostics: readonly Diagnostic[],
  path = "-e",
  suppressed: readonly UnlocatedSuppressed[] = [],
): FileReport {
  const query = { from: 0, to: text.length };
  const report = fileReport(path, text, diagnostics, suppressed);
  return { ...report, diagnostics: report.diagnostics.map((diagnostic) => ({ ...diagnostic, query })) };
}

/** Gives every place of the diagnostics of a text its lines and columns. */
export function locateDiagnostics(text: string, diagnostics: readonly Diagnostic[]): LocatedDiagnostic[] {
  const locate = locator(text);
  return diagnostics.map((diagnostic) => located(diagnostic, locate));
}

function located(
  { at, because, fixes, ...rest }: Unlocated,
  locate: Locate,
  locateIn: (path: string) => Locate | undefined = () => undefined,
): LocatedDiagnostic {
  const ofCause = ({ path }: { readonly path?: string }): Locate =>
    (path === undefined ? undefined : locateIn(path)) ?? locate;
  return {
    ...rest,
    at: locate(at),
    ...(because && { because: because.map((cause) => ({ ...cause, at: ofCause(cause)(cause.at) })) }),
    ...(fixes && {
      fixes: fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit, ...locate(edit) })) })),
    }),
  };
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
  /** Diagnostics that are not reported. */
  readonly suppressed: number;
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
    suppressed: reports.reduce((sum, { suppressed }) => sum + (suppressed?.length ?? 0), 0),
  };
}
