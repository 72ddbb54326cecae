import type { Problem, Span } from "../syntax/problem.js";
import { mayHoldDirective, type CommentedText } from "./commented-text.js";
import { coverageOf } from "./coverage.js";
import { coveringsOf } from "./coverings.js";
import { directiveProblems, type DirectiveOptions, type Directives } from "./directive-problems.js";
import { readDirective } from "./directive.js";
import type { Diagnostic } from "./rule.js";

/** What {@link suppress} is told besides the diagnostics and the texts. */
export interface SuppressOptions<D> extends DirectiveOptions {
  /** Whether a diagnostic is so large that only the whole file can be silenced about it. */
  readonly onlyWithFile?: (diagnostic: D) => boolean;
}

/** A diagnostic that a comment suppresses. */
export interface Suppressed<D> {
  readonly diagnostic: D;
  /** The comment, and the reason that it gives. */
  readonly comment: Span;
  readonly reason?: string;
}

/** Diagnostics after suppression, each kind in the order given. */
export interface Suppression<D> {
  readonly kept: readonly D[];
  readonly suppressed: readonly Suppressed<D>[];
  /** What is wrong with the comments themselves. */
  readonly problems: readonly Problem[];
}

/** Obeys the suppression comments of some texts, whose places are those of the diagnostics. */
export function suppress<D extends Diagnostic>(
  diagnostics: readonly D[],
  texts: readonly CommentedText[],
  options: SuppressOptions<D>,
): Suppression<D> {
  const found = texts.filter(({ text }) => mayHoldDirective(text)).map(directivesOf);
  const covers = found.flatMap(({ coverage }) => coverage.covers);
  const coverings = coveringsOf(diagnostics, covers, options.onlyWithFile ?? (() => false));
  const kept: D[] = [];
  const suppressed: Suppressed<D>[] = [];
  for (const diagnostic of diagnostics) {
    const cover = coverings.coverOf.get(diagnostic);
    if (!cover) {
      kept.push(diagnostic);
      continue;
    }
    const { place, directive } = cover;
    const { reason } = directive;
    suppressed.push({ diagnostic, comment: place, ...(reason !== undefined && { reason }) });
  }
  const problems = found.flatMap((each) => directiveProblems(each, coverings.used, options));
  return { kept, suppressed, problems: problems.sort((a, b) => a.at.from - b.at.from) };
}

function directivesOf(commented: CommentedText): Directives {
  const read = commented.comments.flatMap((comment) => readDirective(commented.text, comment) ?? []);
  const directives = read.flatMap(({ directive }) => directive ?? []);
  const problems = read.flatMap((each) => each.problems);
  return { commented, directives, coverage: coverageOf(commented, directives), problems };
}
