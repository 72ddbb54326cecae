import { findAll, inOrder, readQuery, type Found, type Linted, type LintOptions } from "../lint/lint.js";
import { lintRules } from "../lint/lint-rules.js";
import type { Diagnostic, Query, Rule, Use } from "../lint/rule.js";
import type { RuleFile } from "../lint/subject.js";
import type { Because, Span } from "../syntax/problem.js";
import { recent, type Recent } from "../syntax/recent.js";
import { lintOwnDashboards } from "./grafana/lint-own-dashboards.js";
import { placeField } from "./place-field.js";
import { placeQuery } from "./place-query.js";
import { withQueries, type FieldQueries } from "./rule-files/file.js";
import { withRecorded } from "./run-settings.js";
import type { Source, SourceQuery } from "./source.js";
import { suppressSource } from "./suppress-source.js";

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

/** How the queries of a file are linted; `use` is that of queries that stand in no rule, where it is not as it was found. */
export type SourceOptions = LintOptions;

/** A file, and how it is linted. */
export interface SourceWithOptions {
  readonly source: Source;
  readonly options: SourceOptions;
  /** What is wrong with it without the other files, where that is known already. */
  readonly alone?: FoundAlone;
}

/** What is wrong with a file without looking at others, whatever comments say. */
export interface FoundAlone {
  /** With the file itself and its queries. */
  readonly ofQueries: readonly SourceDiagnostic[];
  /** With its alerting rules, recording rules, groups, panels and dashboards. */
  readonly ofRules: readonly SourceDiagnostic[];
}

/** What is wrong with a file, its queries and its rules, in the order of the file; what comments suppress is left out. */
export function lintSource(source: Source, options: SourceOptions): readonly SourceDiagnostic[] {
  return lintSources([{ source, options }]).flatMap(({ diagnostics }) => diagnostics);
}

/** As {@link lintSource} for files that belong together, which some rules compare; an answer for each, in their order. */
export function lintSources(files: readonly SourceWithOptions[]): readonly Linted<SourceDiagnostic>[] {
  const sources = files.map(({ source }) => source);
  const known = files.map((file) => ({
    ...file,
    alone: file.alone ?? lintAlone(file.source, withRecorded(file.options, sources)),
  }));
  const together = lintTogether(known);
  return known.map(({ source, options, alone: { ofQueries, ofRules } }) => {
    const byRule = inOrderOf(options.rules, [...ofRules, ...(together.get(source.path) ?? [])]);
    return suppressSource(source, inOrder([...ofQueries, ...byRule]), options);
  });
}

/** Diagnostics in the order of their rules, those that compare files last: the same whether or not some were known. */
function inOrderOf(rules: readonly Rule[], diagnostics: readonly SourceDiagnostic[]): readonly SourceDiagnostic[] {
  if (diagnostics.length < 2) return diagnostics;
  const sorted = [...rules.filter(({ subject }) => subject !== "rule-files"), ...rules.filter(isOnFiles)];
  const ranks = new Map(sorted.map(({ id }, k) => [id, k]));
  return diagnostics.toSorted((a, b) => (ranks.get(a.code) ?? 0) - (ranks.get(b.code) ?? 0));
}

function isOnRules({ subject }: Rule): boolean {
  return subject === "alerting-rule" || subject === "recording-rule" || subject === "rule-group";
}

function isOnFiles({ subject }: Rule): boolean {
  return subject === "rule-files";
}

/** What is wrong with a file without looking at others, whatever comments say. Each query is read one time. */
export function lintAlone(source: Source, options: SourceOptions): FoundAlone {
  const ofQueries: SourceDiagnostic[] = [...source.problems];
  const queries = new Map<string, Query | undefined>();
  for (const query of source.queries) {
    const found = findOnce(query.text, optionsOf(query, options), options);
    queries.set(query.field, found.query);
    for (const diagnostic of found.diagnostics) {
      ofQueries.push(placeQuery(judge(diagnostic, query, options), query, source.text));
    }
  }
  const rules = options.rules.filter((rule) => !isOnFiles(rule));
  return {
    ofQueries,
    ofRules: lintTogether([{ source, options: { ...options, rules } }], queries).get(source.path) ?? [],
  };
}

/** What {@link findAll} answers, so that a query that stands in many files is read and linted one time. */
const answers = new WeakMap<SourceOptions, Recent<string, Found>>();

/** As {@link findAll}; `shared` is the object from which the options of all queries of some files come. */
function findOnce(text: string, options: LintOptions, shared: SourceOptions): Found {
  const known = answers.get(shared) ?? recent<string, Found>(2000);
  answers.set(shared, known);
  const { use = "", variables = "", settings } = options;
  const key = [use, variables, settings === shared.settings, text].join(" ");
  const before = known.get(key);
  if (before) return before;
  const answer = findAll(text, options);
  known.trim();
  known.set(key, answer);
  return answer;
}

/**
 * What is wrong with the rules, rule files and dashboards of some files together, by path, whatever comments say. A rule
 * that compares files is given those for which it is on, and is one rule for all files whose options hold the same object.
 * Of a file whose rules are known the others are not run again.
 */
export function lintTogether(
  files: readonly SourceWithOptions[],
  queries: FieldQueries = new Map(),
): ReadonlyMap<string, readonly SourceDiagnostic[]> {
  const found = new Map<string, SourceDiagnostic[]>();
  const byPath = new Map(files.map(({ source }) => [source.path, source]));
  const add = (path: string, diagnostic: SourceDiagnostic | undefined): void => {
    if (!diagnostic) return;
    const others = found.get(path);
    if (others) others.push(diagnostic);
    else found.set(path, [diagnostic]);
  };
  for (const [rule, ruleFiles] of filesByRule(files, queries)) {
    for (const { file, ...rest } of lintRules(ruleFiles, [rule])) add(file, placeField(rest, file, byPath));
  }
  for (const { source, options, alone } of files) {
    if (alone) continue;
    for (const diagnostic of lintOwnDashboards(source, options, queries)) add(source.path, diagnostic);
  }
  return found;
}

/** The rules that look at rules and rule files, each with the rule files for which it is on. */
function filesByRule(
  files: readonly SourceWithOptions[],
  queries: FieldQueries,
): ReadonlyMap<Rule, readonly RuleFile[]> {
  const byRule = new Map<Rule, RuleFile[]>();
  for (const { source, options, alone } of files) {
    const rules = options.rules.filter((rule) => isOnFiles(rule) || (!alone && isOnRules(rule)));
    if (rules.length === 0) continue;
    const ruleFiles = source.ruleFiles.map((file) =>
      withQueries(
        file,
        ({ kind, expr }) => readQuery(expr.text, { ...options, use: kind === "alerting-rule" ? "alert" : "record" }),
        queries,
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

/** Nothing where the file does not say how the query is used: a fence in a document, a file that is a query. */
function useOf({ rule, panel, use }: SourceQuery, options: SourceOptions): Use | undefined {
  if (rule) return use;
  return options.use ?? (panel || use !== "range" ? use : undefined);
}

/** VictoriaMetrics takes the sample before a range into account, so how often is scraped tells nothing. */
function optionsOf(query: SourceQuery, options: SourceOptions): LintOptions {
  const { variables, language } = query;
  const use = useOf(query, options);
  return {
    ...options,
    ...(use && { use }),
    ...(variables && { variables }),
    ...(language && { settings: {} }),
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
