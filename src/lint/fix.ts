import type { Edit, Fix } from "../syntax/problem.js";
import { parse } from "../syntax/parse.js";
import { lintQuery, type Linted, type LintOptions } from "./lint.js";
import type { Diagnostic } from "./rule.js";

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
}

/** Fixes may make room for others; more rounds than this means that two of them undo each other. */
const maxRounds = 10;

/**
 * Applies the first fix of each diagnostic, round after round, until nothing is left to apply. A round that would leave
 * a query with more syntax errors than before is not applied.
 */
export function fix(text: string, options: FixOptions): Fixed {
  const applied: string[] = [];
  let current = text;
  let linted = lintQuery(current, options);
  for (let round = 0; round < maxRounds; round++) {
    const fixes = chooseFixes(linted.diagnostics, options.review === true);
    const next = applyEdits(
      current,
      fixes.flatMap(({ edits }) => edits),
    );
    if (next === current || syntaxErrors(next) > syntaxErrors(current)) break;
    applied.push(...fixes.map(({ title }) => title));
    current = next;
    linted = lintQuery(current, options);
  }
  return { text: current, applied, ...linted };
}

function syntaxErrors(text: string): number {
  return parse(text, { variables: "grafana" }).problems.length;
}

/** The first fix of each diagnostic that may be applied; of two that touch the same text, the earlier one. */
export function chooseFixes(diagnostics: readonly Diagnostic[], review: boolean): readonly Fix[] {
  const taken: Edit[] = [];
  const chosen: Fix[] = [];
  for (const { fixes } of diagnostics) {
    const [first] = fixes ?? [];
    if (!first || first.safety === "suggestion" || (first.safety === "review" && !review)) continue;
    if (first.edits.some((edit) => taken.some((other) => overlap(edit, other)))) continue;
    taken.push(...first.edits);
    chosen.push(first);
  }
  return chosen;
}

/** Two insertions at one place overlap too: their order would be arbitrary. */
function overlap(a: Edit, b: Edit): boolean {
  return a.from === b.from || (a.from < b.to && b.from < a.to);
}

/** Applies edits to a text; they do not overlap, and stand in any order. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = "";
  let at = 0;
  for (const { from, to, insert } of edits.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    result += text.slice(at, from) + insert;
    at = to;
  }
  return result + text.slice(at);
}
