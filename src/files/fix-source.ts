import { applyEdits, syntaxErrors } from "../lint/fix.js";
import { fixInRounds, type UnappliedFix } from "../lint/fix-rounds.js";
import { lintSource, type SourceOptions } from "./lint-source.js";
import { readSource } from "./read.js";
import type { Source } from "./source.js";

/** How a file is fixed. */
export interface FixSourceOptions extends SourceOptions {
  /** Apply fixes that may change a result as well. */
  readonly review?: boolean;
}

/** A file after its fixes. */
export interface FixedSource {
  readonly source: Source;
  /** The titles of the fixes, in the order in which they were applied. */
  readonly applied: readonly string[];
  /** The first fix of each diagnostic that is left and has one, and why it is not applied; places are those of the file. */
  readonly unapplied: readonly UnappliedFix[];
}

/**
 * Applies the first fix of each diagnostic, round after round. Every byte that no fix is about stays as it is. A fix that
 * would leave more errors in the file, or more syntax errors in a query, is not applied.
 */
export function fixSource(source: Source, options: FixSourceOptions): FixedSource {
  const { state, applied, unapplied } = fixInRounds(
    {
      start: source,
      lint: (current: Source) => ({ diagnostics: lintSource(current, options) }),
      edit(current, edits) {
        const text = applyEdits(current.text, edits);
        if (text === current.text) return "no-change";
        const next = readSource(current.path, text);
        const isWorse = next.problems.length > current.problems.length || breaksQuery(current, next);
        return isWorse ? "syntax" : { state: next };
      },
    },
    options.review === true,
  );
  return { source: state, applied, unapplied };
}

function breaksQuery(before: Source, after: Source): boolean {
  const texts = new Map(before.queries.map(({ field, text }) => [field, text]));
  return after.queries.some(({ field, text }) => {
    const old = texts.get(field) ?? text;
    return text !== old && syntaxErrors(text) > syntaxErrors(old);
  });
}
