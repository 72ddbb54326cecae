import { check } from "../check/check.js";
import { builtinMetrics } from "../metrics/builtin.js";
import type { Metrics } from "../metrics/metrics.js";
import type { PrometheusTarget } from "../promql/features.js";
import { parse } from "../syntax/parse.js";
import type { Diagnostic, Finding, Query, Rule, Settings, Use } from "./rule.js";

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
}

/**
 * What is wrong with a query, in the order of the text: why Prometheus rejects it, or, when it does not, what the rules
 * find. Spans are UTF-16 offsets into the text. Never throws, unless a rule does.
 */
export function lint(text: string, options: LintOptions): readonly Diagnostic[] {
  const { query, problems } = read(text, options);
  if (!query) return problems;
  const found = [...problems];
  for (const rule of options.rules) {
    if (rule.subject === "query") found.push(...diagnose(rule, rule.check(query)));
  }
  return found.sort((a, b) => a.at.from - b.at.from || a.at.to - b.at.to);
}

/** The query as rules see it; nothing where Prometheus rejects it. */
export function readQuery(text: string, options: LintOptions): Query | undefined {
  return read(text, options).query;
}

function read(text: string, options: LintOptions): { query?: Query; problems: readonly Diagnostic[] } {
  const { variables, prometheus, metrics = builtinMetrics, use = "range", settings = {} } = options;
  const parsed = parse(text, variables ? { variables } : {});
  const problems = check(parsed, prometheus ? { prometheus } : {});
  if (!parsed.expr || problems.some(({ severity }) => severity === "error")) return { problems };
  return { query: { text, root: parsed.expr, metrics, use, settings }, problems };
}

/** The findings of a rule under its id, with its severity where they have none of their own. */
export function diagnose<P>(rule: Pick<Rule, "id" | "severity">, findings: Iterable<Finding<P>>): Diagnostic<P>[] {
  const found: Diagnostic<P>[] = [];
  for (const finding of findings) found.push({ severity: rule.severity, ...finding, code: rule.id });
  return found;
}
