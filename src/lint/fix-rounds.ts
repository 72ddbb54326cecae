import type { Edit, Fix, Span } from "../syntax/problem.js";
import type { Diagnostic } from "./rule.js";

/** Why a fix is not applied. */
export type Hindrance =
  /** It touches the same text as another one. */
  | "overlap"
  /** It may change the result, and nobody asked for such fixes. */
  | "review"
  /** It is one of several meanings, and only the author knows which. */
  | "suggestion"
  /** It would leave more syntax errors than there are. */
  | "syntax"
  /** It changes nothing. */
  | "no-change"
  /** Other fixes made room for it again and again, so that two of them seem to undo each other. */
  | "rounds";

/** The first fix of a diagnostic that is left. */
export interface UnappliedFix {
  /** The code of the diagnostic. */
  readonly code: string;
  /** The place of the diagnostic, in what is left. */
  readonly at: Span;
  readonly title: string;
  readonly hindrance: Hindrance;
}

/** What fixes are applied to: a query or a file. */
export interface Fixable<T, L extends Found> {
  readonly start: T;
  readonly lint: (state: T) => L;
  readonly edit: Editor<T>;
}

/** What is found in one state. */
interface Found {
  readonly diagnostics: readonly Diagnostic[];
}

/** What edits make of a state, or why they are not to be made. */
type Editor<T> = (state: T, edits: readonly Edit[]) => { readonly state: T } | "syntax" | "no-change";

/** What fixes have made of it. */
export interface FixedState<T, L extends Found> {
  readonly state: T;
  /** The titles of the fixes, in the order in which they were applied. */
  readonly applied: readonly string[];
  readonly unapplied: readonly UnappliedFix[];
  /** What is left. */
  readonly linted: L;
}

/** Fixes may make room for others; more rounds than this means that two of them undo each other. */
const maxRounds = 10;

/** Applies the first fix of each diagnostic, round after round, until none is left that may be applied. */
export function fixInRounds<T, L extends Found>(
  { start, lint, edit }: Fixable<T, L>,
  review: boolean,
): FixedState<T, L> {
  const applied: string[] = [];
  let state = start;
  let linted = lint(state);
  for (let round = 0; round < maxRounds; round++) {
    const { next, fixes, hindered } = takeRound(state, linted.diagnostics, edit, review);
    if (fixes.length === 0) return { state, applied, linted, unapplied: unapplied(linted.diagnostics, hindered) };
    for (const { title } of fixes) applied.push(title);
    state = next;
    linted = lint(state);
  }
  const { chosen, hindered } = choose(linted.diagnostics, review, new Map());
  for (const fix of chosen) hindered.set(fix, "rounds");
  return { state, applied, linted, unapplied: unapplied(linted.diagnostics, hindered) };
}

interface Round<T> {
  readonly next: T;
  readonly fixes: readonly Fix[];
  readonly hindered: ReadonlyMap<Fix, Hindrance>;
}

/** Where fixes are rejected, those make room for others. */
function takeRound<T>(state: T, diagnostics: readonly Diagnostic[], edit: Editor<T>, review: boolean): Round<T> {
  const rejected = new Map<Fix, Hindrance>();
  for (;;) {
    const { chosen, hindered } = choose(diagnostics, review, rejected);
    const before = rejected.size;
    const { next, fixes } = accept({ next: state, fixes: [] }, chosen, state, edit, rejected);
    if (fixes.length > 0 || rejected.size === before) return { next, fixes, hindered };
  }
}

/** Tries all fixes at once, and halves what makes the query worse until the culprit is found. */
function accept<T>(
  taken: Pick<Round<T>, "next" | "fixes">,
  fixes: readonly Fix[],
  state: T,
  edit: Editor<T>,
  rejected: Map<Fix, Hindrance>,
): Pick<Round<T>, "next" | "fixes"> {
  const [first] = fixes;
  if (!first) return taken;
  const all = [...taken.fixes, ...fixes];
  const edited = edit(
    state,
    all.flatMap(({ edits }) => edits),
  );
  if (typeof edited === "object") return { next: edited.state, fixes: all };
  if (fixes.length === 1) {
    rejected.set(first, edited);
    return taken;
  }
  const middle = Math.ceil(fixes.length / 2);
  const half = accept(taken, fixes.slice(0, middle), state, edit, rejected);
  return accept(half, fixes.slice(middle), state, edit, rejected);
}

/** The first fix of each diagnostic that may be applied; of two that touch the same text, the earlier one. */
export function chooseFixes(diagnostics: readonly Diagnostic[], review: boolean): readonly Fix[] {
  return choose(diagnostics, review, new Map()).chosen;
}

function choose(
  diagnostics: readonly Diagnostic[],
  review: boolean,
  rejected: ReadonlyMap<Fix, Hindrance>,
): { chosen: readonly Fix[]; hindered: Map<Fix, Hindrance> } {
  const taken: Edit[] = [];
  const chosen: Fix[] = [];
  const hindered = new Map(rejected);
  for (const [first] of diagnostics.map(({ fixes }) => fixes ?? [])) {
    if (!first || rejected.has(first)) continue;
    const hindrance = hindranceOf(first, review, taken);
    if (hindrance) {
      hindered.set(first, hindrance);
      continue;
    }
    taken.push(...first.edits);
    chosen.push(first);
  }
  return { chosen, hindered };
}

function hindranceOf({ safety, edits }: Fix, review: boolean, taken: readonly Edit[]): Hindrance | undefined {
  if (safety === "suggestion") return "suggestion";
  if (safety === "review" && !review) return "review";
  const touches = edits.some((edit, index) =>
    [...taken, ...edits.slice(0, index)].some((other) => overlap(edit, other)),
  );
  return touches ? "overlap" : undefined;
}

/** Two insertions at one place overlap too: their order would be arbitrary. */
function overlap(a: Edit, b: Edit): boolean {
  return a.from === b.from || (a.from < b.to && b.from < a.to);
}

function unapplied(diagnostics: readonly Diagnostic[], hindered: ReadonlyMap<Fix, Hindrance>): readonly UnappliedFix[] {
  return diagnostics.flatMap(({ code, at, fixes }) => {
    const [first] = fixes ?? [];
    const hindrance = first && hindered.get(first);
    return first && hindrance ? [{ code, at, title: first.title, hindrance }] : [];
  });
}
