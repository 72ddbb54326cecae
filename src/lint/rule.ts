import type { Metrics } from "../metrics/metrics.js";
import type { ScrapeIntervals } from "../metrics/scrape-intervals.js";
import type { ServerFacts } from "../metrics/server-facts.js";
import type { Expr, Kind } from "../syntax/ast.js";
import type { Because, Fix, Severity, Span } from "../syntax/problem.js";
import { type OptionTable, type OptionValues, optionValues, type RuleOptions } from "./options.js";
import type { AlertingRule, Dashboard, FieldPlace, Panel, RecordingRule, RuleFile, RuleGroup } from "./subject.js";

export type { KnownInterval, ScrapeIntervals } from "../metrics/scrape-intervals.js";

/** What a rule is about. */
export type Category =
  | "counters"
  | "histograms"
  | "regex"
  | "selectors"
  | "labels"
  | "matching"
  | "logic"
  | "alerts"
  | "groups"
  | "dashboards"
  | "cost"
  | "style";

/**
 * How the result of a query is used: at one time (`instant`), over a range for a graph or panel (`range`),
 * by an alerting rule (`alert`), by a recording rule (`record`).
 */
export type Use = "instant" | "range" | "alert" | "record";

/** What rules may be told from outside. */
export interface Settings {
  /** Seconds between two scrapes, where it is known of all targets. */
  readonly scrapeInterval?: number;
  /** What files say of it, which counts where `scrapeInterval` is not given. */
  readonly scrapeIntervals?: ScrapeIntervals;
  /** The names that the recording rules of all files give, so that they are metrics that exist. */
  readonly recorded?: ReadonlySet<string>;
}

/** A query that a rule looks at. It parses, and Prometheus accepts it. */
export interface Query {
  readonly text: string;
  readonly root: Expr;
  readonly metrics: Metrics;
  readonly use: Use;
  /** Whether somebody has said how it is used; otherwise `use` is `range`. */
  readonly isUseKnown: boolean;
  readonly settings: Settings;
  /** What a server has answered about it, where one was asked. */
  readonly server?: ServerFacts;
}

/** What a rule has found. `P` is a span of the query, or a place in a field of a rule or panel. */
export interface Finding<P = Span> {
  readonly at: P;
  /** What happens to the result: one sentence, present tense, no full stop. */
  readonly message: string;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  /** What to do, an imperative. */
  readonly help?: string;
  readonly because?: readonly Because<P>[];
  /** The first is the one that a flag applies. */
  readonly fixes?: readonly Fix<P>[];
}

/** What is reported: a finding of a rule, or a problem of the query. */
export interface Diagnostic<P = Span> extends Finding<P> {
  /** The rule's id, or the problem's code. */
  readonly code: string;
  readonly severity: Severity;
  /** What Prometheus itself says, where it rejects the query. */
  readonly prometheus?: string;
  /** As in a problem. */
  readonly evaluation?: true;
}

/** By what a rule looks at: that, and a place in it. */
export interface Subjects {
  readonly query: { readonly subject: Query; readonly place: Span };
  readonly "alerting-rule": { readonly subject: AlertingRule; readonly place: FieldPlace };
  readonly "recording-rule": { readonly subject: RecordingRule; readonly place: FieldPlace };
  readonly "rule-group": { readonly subject: RuleGroup; readonly place: FieldPlace };
  readonly "rule-files": { readonly subject: readonly RuleFile[]; readonly place: FieldPlace };
  readonly panel: { readonly subject: Panel; readonly place: FieldPlace };
  readonly dashboard: { readonly subject: Dashboard; readonly place: FieldPlace };
}

/** What a rule says of itself. */
export interface RuleFields<S extends keyof Subjects> {
  /** Names the mistake and reads well after "allow": `rate-over-gauge`. The file's name and the page's title. */
  readonly id: string;
  /** One line: what goes wrong. */
  readonly summary: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly subject: S;
  /** Of a rule on queries: the kind of node without which it finds nothing, so that it need not be run. */
  readonly needs?: Kind;
  /** The address of a page on the rule, for reports. Those of the built-in rules are known. */
  readonly url?: string;
}

/** A rule on one kind of subject. */
export interface RuleOf<S extends keyof Subjects> extends RuleFields<S> {
  /** What may be configured. */
  readonly options?: OptionTable;
  /** Values of options that are missing or of another type are the default ones. */
  readonly check: (subject: Subjects[S]["subject"], options?: RuleOptions) => Iterable<Finding<Subjects[S]["place"]>>;
}

/** A rule on a query, wherever it stands. */
export type QueryRule = RuleOf<"query">;
/** A rule on an alerting rule: its labels, annotations, `for`. */
export type AlertingRuleRule = RuleOf<"alerting-rule">;
/** A rule on a recording rule. */
export type RecordingRuleRule = RuleOf<"recording-rule">;
/** A rule on a group of alerting and recording rules. */
export type RuleGroupRule = RuleOf<"rule-group">;
/** A rule on all rule files together. */
export type RuleFilesRule = RuleOf<"rule-files">;
/** A rule on a panel of a dashboard. */
export type PanelRule = RuleOf<"panel">;
/** A rule on a whole dashboard: its panels, its variables, and all of its queries. */
export type DashboardRule = RuleOf<"dashboard">;

/** A lint rule. */
export type Rule =
  QueryRule | AlertingRuleRule | RecordingRuleRule | RuleGroupRule | RuleFilesRule | PanelRule | DashboardRule;

/** A rule as it is written: `check` is given the value of each option. */
export interface RuleDefinition<S extends keyof Subjects, Table extends OptionTable> extends RuleFields<S> {
  /** What users may set, by name. */
  readonly options?: Table;
  /** A pure generator of findings. */
  readonly check: (
    subject: Subjects[S]["subject"],
    options: OptionValues<Table>,
  ) => Iterable<Finding<Subjects[S]["place"]>>;
}

/** Makes a rule of its definition. Throws where the default of an option does not fit the option. */
export function defineRule<S extends keyof Subjects, Table extends OptionTable>(
  definition: RuleDefinition<S, Table>,
): RuleOf<S> {
  const { check, options } = definition;
  const defaults = optionValues(options, {});
  return { ...definition, check: (subject, given) => check(subject, given ? optionValues(options, given) : defaults) };
}
