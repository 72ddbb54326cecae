import { lint, readQuery, type LintOptions } from "../lint/lint.js";
import { lintPanels } from "../lint/lint-panels.js";
import { lintRules } from "../lint/lint-rules.js";
import type { Diagnostic } from "../lint/rule.js";
import type { FieldPlace, Panel, RuleFile } from "../lint/subject.js";
import type { Because, Edit, Fix, Span } from "../syntax/problem.js";
import { placed } from "./placed.js";
import { withQueries } from "./rule-file.js";
import type { Source, SourceQuery } from "./source.js";

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
  /** The title of the panel of a dashboard. */
  readonly panel?: string;
  /** Where the query stands, when it stands there in one piece. */
  readonly query?: Span;
}

/** How the queries of a file are linted: their use is known from where they stand. */
export type SourceOptions = Omit<LintOptions, "use">;

/** What is wrong with a file and each of its queries, in the order of the file. */
export function lintSource(source: Source, options: SourceOptions): readonly SourceDiagnostic[] {
  const queries = source.queries.flatMap((query) =>
    lint(query.text, { ...options, use: query.use, ...(query.variables && { variables: query.variables }) }).map(
      (diagnostic) => place(diagnostic, query, source.text),
    ),
  );
  return inOrder([...source.problems, ...queries]);
}

/** What is wrong with the rules, rule files and panels of some files together, by path. */
export function lintSourceRules(
  sources: readonly Source[],
  options: SourceOptions,
): ReadonlyMap<string, readonly SourceDiagnostic[]> {
  const found = new Map<string, SourceDiagnostic[]>();
  const subjects = new Set(options.rules.map(({ subject }) => subject));
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const add = (file: string, diagnostic: SourceDiagnostic | undefined): void => {
    if (!diagnostic) return;
    const others = found.get(file);
    if (others) others.push(diagnostic);
    else found.set(file, [diagnostic]);
  };
  if (subjects.has("alerting-rule") || subjects.has("recording-rule") || subjects.has("rule-files")) {
    const files = sources.flatMap(({ ruleFiles }) => ruleFiles.map((file) => withRuleQueries(file, options)));
    for (const { file, ...rest } of lintRules(files, options.rules)) add(file, placeField(rest, file, byPath));
  }
  if (subjects.has("panel")) {
    for (const { path, panels } of sources) {
      const parsed = panels.map((panel) => withPanelQueries(panel, options));
      for (const { panel, ...rest } of lintPanels(parsed, options.rules)) {
        const diagnostic = placeField(rest, path, byPath);
        add(path, diagnostic && { ...diagnostic, ...titleOf(panel) });
      }
    }
  }
  return found;
}

function withRuleQueries(file: RuleFile, options: SourceOptions): RuleFile {
  return withQueries(file, ({ kind, expr }) =>
    readQuery(expr.text, { ...options, use: kind === "alerting-rule" ? "alert" : "record" }),
  );
}

function withPanelQueries(panel: Panel, options: SourceOptions): Panel {
  const queries = panel.queries.map((own) => {
    const query = readQuery(own.expr.text, { ...options, use: own.use, variables: "grafana" });
    return { ...own, ...(query && { query }) };
  });
  return { ...panel, queries };
}

function inOrder(diagnostics: readonly SourceDiagnostic[]): readonly SourceDiagnostic[] {
  return diagnostics.toSorted((a, b) => a.at.from - b.at.from || a.at.to - b.at.to);
}

/** A diagnostic of a query, at its place in the file. */
function place(diagnostic: Diagnostic, { text, map, field, rule, panel }: SourceQuery, file: string): SourceDiagnostic {
  const whole = map.span({ from: 0, to: text.length });
  const name = rule && (rule.kind === "alerting-rule" ? rule.alert.text : rule.record.text);
  return {
    ...diagnostic,
    ...placed(diagnostic, map),
    ...(field !== "" && { field }),
    ...(name !== undefined && { rule: name }),
    ...titleOf(panel),
    ...(file.slice(whole.from, whole.to) === text && { query: whole }),
  };
}

/** A panel without a title is told by its field. */
function titleOf(panel: Panel | undefined): { panel?: string } {
  return panel && panel.title.text !== "" ? { panel: panel.title.text } : {};
}

function placeField(
  { at, because, fixes, ...rest }: Diagnostic<FieldPlace>,
  file: string,
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
