import { applyEdits } from "../lint/fix.js";
import type { Fix, Span } from "../syntax/problem.js";
import { visible } from "./visible.js";

/** A line that says what to do. */
export interface Advice {
  /** `or` marks an alternative to the fix before it. */
  readonly label: "help" | "or";
  readonly text: string;
  /** The text with the fix applied, as it stands after the fix. */
  readonly fixed?: string;
}

/** The help text of a diagnostic, then its fixes; `preview` gives the text that is shown for a fix. */
export function adviceOf<F extends Fix>(
  diagnostic: { readonly help?: string; readonly fixes?: readonly F[] },
  preview: (fix: F) => string | undefined,
): Advice[] {
  const said = diagnostic.help === undefined ? undefined : lowerFirst(visible(diagnostic.help));
  const repeated = diagnostic.fixes?.some(({ title }) => lowerFirst(visible(title)) === said);
  const help: Advice[] = said === undefined || repeated ? [] : [{ label: "help", text: said }];
  const fixes = (diagnostic.fixes ?? []).map((fix, index): Advice => {
    const fixed = preview(fix);
    return {
      label: index === 0 ? "help" : "or",
      text: lowerFirst(visible(fix.title)),
      ...(fixed !== undefined && { fixed }),
    };
  });
  return [...help, ...fixes];
}

/**
 * A part of the text after the fix, blanks around it taken away; undefined if an edit lies outside of the part, or whole
 * lines go, so that only others would be shown.
 */
export function fixedPart(text: string, part: Span, fix: Fix): string | undefined {
  if (fix.edits.every((edit) => edit.insert === "" && isWholeLines(text, edit))) return undefined;
  if (fix.edits.some((edit) => edit.from < part.from || edit.to > part.to)) return undefined;
  const edits = fix.edits.map(({ from, to, insert }) => ({ from: from - part.from, to: to - part.from, insert }));
  return applyEdits(text.slice(part.from, part.to), edits).trim();
}

/** Whether lines are taken with the break behind them, or with the one before. */
function isWholeLines(text: string, { from, to }: Span): boolean {
  const isBreak = (at: number): boolean => "\r\n".includes(text.charAt(at));
  return isBreak(to - 1) || (isBreak(from) && isBreak(to));
}

/** `Use this` becomes `use this`; `JSON is` stays. */
function lowerFirst(title: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}
