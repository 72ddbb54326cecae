import { check } from "../check/check.js";
import { builtinMetrics } from "../metrics/builtin.js";
import type { Metrics } from "../metrics/metrics.js";
import type { ServerFacts } from "../metrics/server-facts.js";
import type { PrometheusTarget } from "../promql/features.js";
import { parse } from "../syntax/parse.js";
import { nodesOf } from "../syntax/walk.js";
import { commentedQuery, mayHoldDirective, ownPlace } from "./commented-text.js";
import type { InlineConfig } from "./directive-problems.js";
import type { Diagnostic, Finding, Query, Rule, Settings, Use } from "./rule.js";
import { suppress, type Suppressed } from "./suppress.js";

/** What a query is linted with. */
export interface LintOptions {
  /** The rules to run; those that are not on queries are left out. */
  readonly rules: readonly Rule[];
  /** What is known of metrics; by default the built-in table. */
  readonly metrics?: Metrics;
  /** How the result is used; by default over a range, for a graph. */
  readonly use?: Use;
  readonly settings?: Settings;
  /** What a server has answered about the query. */
  readonly server?: ServerFacts;
  /** The server for which the query is meant. */
  readonly prometheus?: PrometheusTarget;
  /** Accept Grafana's variables: `$x`, `${x:format}`, `[[x]]`. */
  readonly variables?: "grafana";
  /** How suppression comments are taken; with `false` they are not. */
  readonly inlineConfig?: InlineConfig | false;
}

/** Diagnostics, and those that a comment suppresses. */
export interface Linted<D = Diagnostic> {
  readonly diagnostics: readonly D[];
  readonly suppressed: readonly Suppressed<D>[];
}

/**
 * What is wrong with a query, in the order of the text: why Prometheus rejects it, or, when it does not, what the rules
 * find. What comments suppress is left out. Spans are UTF-16 offsets into the text. Never throws, unless a rule does.
 */
export function lint(text: string, options: LintOptions): readonly Diagnostic[] {
  return lintQuery(text, options).diagnostics;
}

/** As {@link lint}, and what the comments of the query suppress. */
export function lintQuery(text: string, options: LintOptions): Linted {
  const { inlineConfig, variables, rules } = options;
  const { diagnostics: found } = findAll(text, options);
  if (inlineConfig === false || !mayHoldDirective(text)) return { diagnostics: found, suppressed: [] };
  const { kept, suppressed, problems } = suppress(
    found,
    [commentedQuery(text, variables ? { variables } : {}, ownPlace)],
    {
      ...inlineConfig,
      complete: (id) => rules.some((rule) => rule.id === id && rule.subject === "query"),
      removesNameless: true,
    },
  );
  return { diagnostics: problems.length > 0 ? inOrder([...kept, ...problems]) : kept, suppressed };
}

/** What is wrong with a query, whatever comments say. */
export interface Found {
  /** The query as rules see it; none where Prometheus rejects it. */
  readonly query?: Query;
  readonly diagnostics: readonly Diagnostic[];
}

/** As {@link lint}, whatever comments say. */
export function findAll(text: string, options: LintOptions): Found {
  const { query, problems } = read(text, options);
  if (!query) return { diagnostics: problems };
  const found = [...problems];
  for (const rule of options.rules) {
    if (rule.subject !== "query" || (rule.needs && nodesOf(query.root, rule.needs).length === 0)) continue;
    for (const finding of rule.check(query)) found.push(diagnosticOf(rule, finding));
  }
  return { query, diagnostics: inOrder(found) };
}

/** Diagnostics in the order of the text. */
export function inOrder<D extends Diagnostic>(diagnostics: readonly D[]): readonly D[] {
  if (diagnostics.length < 2) return diagnostics;
  return diagnostics.toSorted((a, b) => a.at.from - b.at.from || a.at.to - b.at.to);
}

/** The query as rules see it; nothing where Prometheus rejects it. */
export function readQuery(text: string, options: LintOptions): Query | undefined {
  return read(text, options).query;
}

function read(text: string, options: LintOptions): { query?: Query; problems: readonly Diagnostic[] } {
  const { variables, prometheus, metrics = builtinMetrics, use, settings = {}, server } = options;
  const parsed = parse(text, variables ? { variables } : {});
  const problems = check(parsed, prometheus ? { prometheus, metrics } : { metrics });
  if (!parsed.expr || problems.some(({ severity }) => severity === "error")) return { problems };
  const isUseKnown = use !== undefined;
  const query = { text, root: parsed.expr, metrics, use: use ?? "range", isUseKnown, settings };
  return { query: server ? { ...query, server } : query, problems };
}

/** The findings of a rule under its id, with its severity where they have none of their own. */
export function diagnose<P>(rule: Pick<Rule, "id" | "severity">, findings: Iterable<Finding<P>>): Diagnostic<P>[] {
  return Array.from(findings, (finding) => diagnosticOf(rule, finding));
}

function diagnosticOf<P>({ id, severity }: Pick<Rule, "id" | "severity">, finding: Finding<P>): Diagnostic<P> {
  return { severity, ...finding, code: id };
}
