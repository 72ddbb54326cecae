export { parse, type Parsed, type ParseOptions } from "./syntax/parse.js";
export { maxDepth } from "./syntax/cursor.js";
export { print } from "./syntax/print.js";
export { format, type FormatOptions } from "./syntax/format.js";
export { formatText, type FormattedText } from "./syntax/format-text.js";
export { children, nodesOf, walk } from "./syntax/walk.js";
export type * from "./syntax/ast.js";
export type { Because, Edit, Fix, FixSafety, Problem, Severity, Span } from "./syntax/problem.js";

export { check, type CheckOptions } from "./check/check.js";
export type { Feature, PrometheusTarget } from "./promql/features.js";
export { functionInfo, functionNames, type FunctionInfo, type FunctionName } from "./promql/functions.js";
export { aggregatorInfo, aggregatorNames, type AggregatorInfo, type AggregatorName } from "./promql/aggregators.js";
export { typeInWords, type ValueType } from "./promql/value-types.js";

export { valueType } from "./analysis/value-type.js";
export { metricOf, selectedType, sourceSelector } from "./analysis/selectors.js";
export { labels } from "./analysis/labels/labels.js";
export { labelOf, live, type Branch, type Condition } from "./analysis/labels/branch.js";
export type { Cause, LabelFact, Presence } from "./analysis/labels/label-fact.js";
export type { ValueSet } from "./analysis/values/value-set.js";
export type { Conflict } from "./analysis/labels/matched-labels.js";
export { matching, type MatchedSide, type Matching } from "./analysis/labels/matching.js";
export { explain, type Explanation } from "./analysis/explain/explain.js";

export { combineMetrics, metricsOf, type Metric, type Metrics, type MetricType } from "./metrics/metrics.js";
export type { LastSeen, QueryOutcome, ServerFacts, TargetState } from "./metrics/server-facts.js";
export { builtinMetrics } from "./metrics/builtin.js";
export { isCumulative, seriesType, type SeriesPart, type SeriesType } from "./metrics/series-type.js";
export { parseExposition } from "./exposition/parse.js";
export { familiesToMetrics } from "./exposition/families-to-metrics.js";
export type { Exposition, ExpositionProblem, Family, Sample } from "./exposition/exposition.js";

export { lint, lintQuery, type Linted, type LintOptions } from "./lint/lint.js";
export type { InlineConfig } from "./lint/directive-problems.js";
export type { Suppressed } from "./lint/suppress.js";
export { dashboardQueries, type PlacedQuery } from "./lint/dashboard-queries.js";
export { lintDashboards, lintPanels, type PanelDiagnostic } from "./lint/lint-dashboards.js";
export { lintRules, type RuleDiagnostic } from "./lint/lint-rules.js";
export { applyEdits, fix, type Fixed, type FixOptions } from "./lint/fix.js";
export { chooseFixes, type Hindrance, type UnappliedFix } from "./lint/fix-rounds.js";
export { configureRules, ruleSettingsSchema, type RuleSetting } from "./lint/config.js";
export { metricNames, type Option, type OptionTable, type OptionValues, type RuleOptions } from "./lint/options.js";
export type { ListOption, Lists, ListsOption, NumberOption, TextOption, ValuesByType } from "./lint/options.js";
export { defineRule } from "./lint/rule.js";
export type * from "./lint/rule.js";
export type * from "./lint/subject.js";
