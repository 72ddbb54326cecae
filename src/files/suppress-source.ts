import { commentedQuery, mayHoldDirective, ownPlace, type CommentedText } from "../lint/commented-text.js";
import type { InlineConfig } from "../lint/directive-problems.js";
import { inOrder, type Linted } from "../lint/lint.js";
import type { Rule } from "../lint/rule.js";
import { suppress } from "../lint/suppress.js";
import { TextLines } from "../lint/text-lines.js";
import { entryEnd } from "./yaml/entry-end.js";
import type { SourceDiagnostic } from "./lint-source.js";
import type { Source } from "./source.js";
import { keepsFromReading } from "./unread.js";

/** How the suppression comments of a file are taken, and by which rules it has been linted. */
export interface SuppressSourceOptions {
  readonly rules: readonly Rule[];
  /** With `false` the comments are not obeyed. */
  readonly inlineConfig?: InlineConfig | false;
}

/** Parts what the comments of a file, and those of its queries, suppress from all else that has been found in it. */
export function suppressSource(
  source: Source,
  diagnostics: readonly SourceDiagnostic[],
  { rules, inlineConfig }: SuppressSourceOptions,
): Linted<SourceDiagnostic> {
  if (inlineConfig === false || !mayHoldDirective(source.text)) return { diagnostics, suppressed: [] };
  const { kept, suppressed, problems } = suppress(diagnostics, commentedTexts(source), {
    ...inlineConfig,
    complete: (id) => rules.some((rule) => rule.id === id && rule.subject !== "rule-files"),
    removesNameless: source.ruleFiles.length === 0 || rules.every(({ subject }) => subject !== "rule-files"),
    onlyWithFile: keepsFromReading,
  });
  return { diagnostics: problems.length > 0 ? inOrder<SourceDiagnostic>([...kept, ...problems]) : kept, suppressed };
}

/** The file itself, and each of its queries that may hold a suppression comment. */
function commentedTexts({ text, comments, queries }: Source): readonly CommentedText[] {
  const own = queries
    .filter((query) => mayHoldDirective(query.text))
    .map(({ text, map, variables }) => commentedQuery(text, variables ? { variables } : {}, map));
  const within = new Set(own.flatMap(({ comments, map }) => comments.map((comment) => map.span(comment).from)));
  const lines = new TextLines(text);
  const file: CommentedText = {
    text,
    lines,
    comments: comments.filter(({ from }) => !within.has(from)),
    endOf: (line) => entryEnd(text, lines, line),
    map: ownPlace,
  };
  return [file, ...own];
}
