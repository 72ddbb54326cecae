import { lint, readQuery, type LintOptions } from "../lint/lint.js";
import { lintRules, type RuleDiagnostic } from "../lint/lint-rules.js";
import type { Diagnostic } from "../lint/rule.js";
import type { FieldPlace } from "../lint/subject.js";
import type { Because, Edit, Fix, Span } from "../syntax/problem.js";
import { withQueries } from "./rule-file.js";
import type { Source, SourceQuery } from "./source.js";
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

/** What is wrong with a file and each of its queries, in the order of the file. */
export function lintSource(source: Source, options: SourceOptions): readonly SourceDiagnostic[] {
  const queries = source.queries.flatMap((query) =>
    lint(query.text, { ...options, use: query.use, ...(query.variables && { variables: query.variables }) }).map(
      (diagnostic) => place(judge(diagnostic, query, options), query, source.text),
    ),
  );
  return inOrder([...source.problems, ...queries]);
}

/** What is wrong with the alerting rules, recording rules and rule files of some files together, by path. */
export function lintSourceRules(
  sources: readonly Source[],
  options: SourceOptions,
): ReadonlyMap<string, readonly SourceDiagnostic[]> {
  const found = new Map<string, SourceDiagnostic[]>();
  if (options.rules.every(({ subject }) => subject === "query")) return found;
  const files = sources.flatMap(({ ruleFiles }) =>
    ruleFiles.map((file) =>
      withQueries(file, ({ kind, expr }) =>
        readQuery(expr.text, { ...options, use: kind === "alerting-rule" ? "alert" : "record" }),
      ),
    ),
  );
  const byPath = new Map(sources.map((source) => [source.path, source]));
  for (const diagnostic of lintRules(files, options.rules)) {
    const placed = placeField(diagnostic, byPath);
    if (placed) found.set(diagnostic.file, [...(found.get(diagnostic.file) ?? []), placed]);
  }
  return found;
}

function inOrder(diagnostics: readonly SourceDiagnostic[]): readonly SourceDiagnostic[] {
  return diagnostics.toSorted((a, b) => a.at.from - b.at.from || a.at.to - b.at.to);
}

/** A diagnostic of a query, at its place in the file. */
function place(written: Diagnostic, query: SourceQuery, file: string): SourceDiagnostic {
  const { text, map, field, rule, restore = asIs } = query;
  const { at, because, fixes, ...rest } = query.restore ? restored(written, restore) : written;
  const whole = map.span({ from: 0, to: text.length });
  const name = rule && restore(rule.kind === "alerting-rule" ? rule.alert.text : rule.record.text);
  return {
    ...rest,
    at: map.span(at),
    ...(because && { because: because.map((cause) => ({ ...cause, at: map.span(cause.at) })) }),
    ...(fixes && { fixes: fixes.flatMap((fix) => placeFix(fix, map)) }),
    ...(field !== "" && { field }),
    ...(name !== undefined && { rule: name }),
    ...(file.slice(whole.from, whole.to) === restore(text) && { query: whole }),
  };
}

function asIs(text: string): string {
  return text;
}

/** A diagnostic in the words of the file. The edits are restored by the map of the query. */
function restored(diagnostic: Diagnostic, restore: (text: string) => string): Diagnostic {
  const { message, help, prometheus, because, fixes } = diagnostic;
  return {
    ...diagnostic,
    message: restore(message),
    ...(help !== undefined && { help: restore(help) }),
    ...(prometheus !== undefined && { prometheus: restore(prometheus) }),
    ...(because && { because: because.map((cause) => ({ ...cause, message: restore(cause.message) })) }),
    ...(fixes && { fixes: fixes.map((fix) => ({ ...fix, title: restore(fix.title) })) }),
  };
}

/** What Prometheus rejects, VictoriaMetrics may accept: then it is an info, and nothing is rewritten. */
function judge(diagnostic: Diagnostic, { language }: SourceQuery, { rules }: SourceOptions): Diagnostic {
  if (language !== "metricsql" || diagnostic.severity !== "error") return diagnostic;
  if (rules.some(({ id }) => id === diagnostic.code)) return diagnostic;
  return {
    ...diagnostic,
    fixes: [],
    severity: "info",
    help: "ignore it where it is MetricsQL, the language of VictoriaMetrics",
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
