import { check } from "../check/check.js";
import { builtinMetrics } from "../metrics/builtin.js";
import type { Metrics } from "../metrics/metrics.js";
import type { PrometheusTarget } from "../promql/features.js";
import type { Expr } from "../syntax/ast.js";
import { parse } from "../syntax/parse.js";
import { commentedQuery, mayHoldDirective, ownPlace } from "./commented-text.js";
import type { InlineConfig } from "./directive-problems.js";
import type { Diagnostic, Finding, Query, QueryRule, Rule, Settings, Use } from "./rule.js";
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
  const found = findAll(text, options);
  if (inlineConfig === false || !mayHoldDirective(text)) return { diagnostics: found, suppressed: [] };
  const { kept, suppressed, problems } = suppress(
    found,
    [commentedQuery(text, variables ? { variables } : {}, ownPlace)],
    {
      ...inlineConfig,
      complete: (id) => rules.some((rule) => rule.id === id && isQueryRule(rule)),
      removesNameless: true,
    },
  );
  return { diagnostics: problems.length > 0 ? inOrder([...kept, ...problems]) : kept, suppressed };
}

/** As {@link lint}, whatever comments say. */
export function findAll(text: string, options: LintOptions): readonly Diagnostic[] {
  const parsed = parse(text, options.variables ? { variables: options.variables } : {});
  const problems = check(parsed, options.prometheus ? { prometheus: options.prometheus } : {});
  if (!parsed.expr || problems.some(({ severity }) => severity === "error")) return problems;
  const query = queryOf(text, parsed.expr, options);
  const findings = options.rules.filter(isQueryRule).flatMap((rule) => diagnose(rule, rule.check(query)));
  return inOrder([...problems, ...findings]);
}

/** Diagnostics in the order of the text. */
export function inOrder<D extends Diagnostic>(diagnostics: readonly D[]): readonly D[] {
  return diagnostics.toSorted((a, b) => a.at.from - b.at.from || a.at.to - b.at.to);
}

function queryOf(text: string, root: Expr, { metrics, use, settings }: LintOptions): Query {
  return { text, root, metrics: metrics ?? builtinMetrics, use: use ?? "range", settings: settings ?? {} };
}

/** The query as rules see it; nothing where Prometheus rejects it. */
export function readQuery(text: string, options: LintOptions): Query | undefined {
  const parsed = parse(text, options.variables ? { variables: options.variables } : {});
  const problems = check(parsed, options.prometheus ? { prometheus: options.prometheus } : {});
  if (!parsed.expr || problems.some(({ severity }) => severity === "error")) return undefined;
  return queryOf(text, parsed.expr, options);
}

function isQueryRule(rule: Rule): rule is QueryRule {
  return rule.subject === "query";
}

/** The findings of a rule under its id, with its severity where they have none of their own. */
export function diagnose<P>(rule: Pick<Rule, "id" | "severity">, findings: Iterable<Finding<P>>): Diagnostic<P>[] {
  return Array.from(findings, (finding) => ({ severity: rule.severity, ...finding, code: rule.id }));
}
