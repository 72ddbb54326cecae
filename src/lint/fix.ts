import { applyEdits } from "../syntax/apply-edits.js";
import { parse } from "../syntax/parse.js";
import { fixInRounds, type UnappliedFix } from "./fix-rounds.js";
import { lintQuery, type Linted, type LintOptions } from "./lint.js";

export { applyEdits };

/** What a query is fixed with. */
export interface FixOptions extends LintOptions {
  /** Apply fixes that may change the result as well. */
  readonly review?: boolean;
}

/** A query after its fixes, and what is left. */
export interface Fixed extends Linted {
  readonly text: string;
  /** The titles of the fixes, in the order in which they were applied. */
  readonly applied: readonly string[];
  /** The first fix of each diagnostic that is left and has one, and why it is not applied, in the order of the text. */
  readonly unapplied: readonly UnappliedFix[];
}

/**
 * Applies the first fix of each diagnostic, round after round, until nothing is left to apply. A fix that would leave a
 * query with more syntax errors than before is not applied.
 */
export function fix(text: string, options: FixOptions): Fixed {
  const { state, linted, applied, unapplied } = fixInRounds(
    {
      start: text,
      lint: (current) => lintQuery(current, options),
      edit(current, edits) {
        const next = applyEdits(current, edits);
        if (next === current) return "no-change";
        return syntaxErrors(next) > syntaxErrors(current) ? "syntax" : { state: next };
      },
    },
    options.review === true,
  );
  return { text: state, applied, unapplied, ...linted };
}

/** How many syntax errors a query has, Grafana's variables accepted. */
export function syntaxErrors(text: string): number {
  return parse(text, { variables: "grafana" }).problems.length;
}
