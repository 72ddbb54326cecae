import { findAll, inOrder, readQuery, type Linted, type LintOptions } from "../lint/lint.js";
import { lintRules, type RuleDiagnostic } from "../lint/lint-rules.js";
import type { Diagnostic, Rule } from "../lint/rule.js";
import type { FieldPlace, RuleFile } from "../lint/subject.js";
import type { Because, Edit, Fix, Span } from "../syntax/problem.js";
import { withQueries } from "./rule-file.js";
import type { Source, SourceQuery } from "./source.js";
import { suppressSource } from "./suppress-source.js";
import type { TextMap } from "./text-map.js";

/** What causes a diagnostic, perhaps in another file. */
export interface SourceBecause extends Because {
  readonly path?: string;
}

/** A diagnostic whose places and edits are those of the file. */
export interface SourceDiagnostic extends Diagnostic {
  readonly because?: readonly SourceBecause[];
  /** The way to the text, such as `groups[0].rules[3].expr`. */
  readonly field?: string;
  /** The name of the alerting or recording rule. */
  readonly rule?: string;
  /** Where the query stands, when it stands there in one piece. */
  readonly query?: Span;
}

/** How the queries of a file are linted: their use is known from where they stand. */
export type SourceOptions = Omit<LintOptions, "use">;

/** A file, and how it is linted. */
export interface SourceWithOptions {
  readonly source: Source;
  readonly options: SourceOptions;
}

/** What is wrong with a file, its queries and its rules, in the order of the file; what comments suppress is left out. */
export function lintSource(source: Source, options: SourceOptions): readonly SourceDiagnostic[] {
  return lintSources([{ source, options }]).flatMap(({ diagnostics }) => diagnostics);
}

/** As {@link lintSource} for files that belong together, which some rules compare; an answer for each, in their order. */
export function lintSources(files: readonly SourceWithOptions[]): readonly Linted<SourceDiagnostic>[] {
  const together = lintTogether(files);
  return files.map(({ source, options }) => {
    const found = inOrder([...lintQueries(source, options), ...(together.get(source.path) ?? [])]);
    return suppressSource(source, found, options);
  });
}

/** What is wrong with a file and each of its queries, whatever comments say. */
export function lintQueries(source: Source, options: SourceOptions): readonly SourceDiagnostic[] {
  const queries = source.queries.flatMap((query) =>
    findAll(query.text, { ...options, use: query.use, ...(query.variables && { variables: query.variables }) }).map(
      (diagnostic) => place(diagnostic, query, source.text),
    ),
  );
  return [...source.problems, ...queries];
}

/**
 * What is wrong with the alerting rules, recording rules and rule files of some files together, by path, whatever
 * comments say. A rule that compares files is given those for which it is on, and is one rule for all files whose options
 * hold the same object.
 */
export function lintTogether(files: readonly SourceWithOptions[]): ReadonlyMap<string, readonly SourceDiagnostic[]> {
  const found = new Map<string, SourceDiagnostic[]>();
  const byPath = new Map(files.map(({ source }) => [source.path, source]));
  for (const [rule, ruleFiles] of filesByRule(files)) {
    for (const diagnostic of lintRules(ruleFiles, [rule])) {
      const placed = placeField(diagnostic, byPath);
      if (placed) found.set(diagnostic.file, [...(found.get(diagnostic.file) ?? []), placed]);
    }
  }
  return found;
}

/** The rules that look at more than a query, each with the rule files for which it is on. */
function filesByRule(files: readonly SourceWithOptions[]): ReadonlyMap<Rule, readonly RuleFile[]> {
  const byRule = new Map<Rule, RuleFile[]>();
  for (const { source, options } of files) {
    const rules = options.rules.filter(({ subject }) => subject !== "query");
    if (rules.length === 0) continue;
    const ruleFiles = source.ruleFiles.map((file) =>
      withQueries(file, ({ kind, expr }) =>
        readQuery(expr.text, { ...options, use: kind === "alerting-rule" ? "alert" : "record" }),
      ),
    );
    for (const rule of rules) {
      const known = byRule.get(rule) ?? [];
      for (const file of ruleFiles) known.push(file);
      byRule.set(rule, known);
    }
  }
  return byRule;
}

/** A diagnostic of a query, at its place in the file. */
function place(diagnostic: Diagnostic, { text, map, field, rule }: SourceQuery, file: string): SourceDiagnostic {
  const { at, because, fixes, ...rest } = diagnostic;
  const whole = map.span({ from: 0, to: text.length });
  const name = rule && (rule.kind === "alerting-rule" ? rule.alert.text : rule.record.text);
  return {
    ...rest,
    at: map.span(at),
    ...(because && { because: because.map((cause) => ({ ...cause, at: map.span(cause.at) })) }),
    ...(fixes && { fixes: fixes.flatMap((fix) => placeFix(fix, map)) }),
    ...(field !== "" && { field }),
    ...(name !== undefined && { rule: name }),
    ...(file.slice(whole.from, whole.to) === text && { query: whole }),
  };
}

/** A fix that cannot be written in the file is left out. */
function placeFix(fix: Fix, map: TextMap): readonly Fix[] {
  const edits = map.rewrite(fix.edits);
  return edits ? [{ ...fix, edits }] : [];
}

function placeField(
  { file, at, because, fixes, ...rest }: RuleDiagnostic,
  sources: ReadonlyMap<string, Source>,
): SourceDiagnostic | undefined {
  const spanOf = ({ field, span }: FieldPlace, path: string) => sources.get(path)?.field(field)?.span(span);
  const span = spanOf(at, file);
  if (!span) return undefined;
  const causes = because?.flatMap((cause): SourceBecause[] => {
    const path = cause.at.file ?? file;
    const found = spanOf(cause.at, path);
    return found ? [{ message: cause.message, at: found, ...(path !== file && { path }) }] : [];
  });
  const placed = fixes?.flatMap((fix): Fix[] => {
    const edits = rewriteFields(fix.edits, file, sources);
    return edits ? [{ ...fix, edits }] : [];
  });
  return { ...rest, at: span, field: at.field, ...(causes && { because: causes }), ...(placed && { fixes: placed }) };
}

function rewriteFields(
  edits: readonly Edit<FieldPlace>[],
  path: string,
  sources: ReadonlyMap<string, Source>,
): readonly Edit[] | undefined {
  const byField = new Map<string, Edit[]>();
  for (const { field, span, insert, file = path } of edits) {
    if (file !== path) return undefined;
    byField.set(field, [...(byField.get(field) ?? []), { ...span, insert }]);
  }
  const rewritten: Edit[] = [];
  for (const [field, own] of byField) {
    const done = sources.get(path)?.field(field)?.rewrite(own);
    if (!done) return undefined;
    rewritten.push(...done);
  }
  return rewritten;
}
