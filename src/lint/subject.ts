import type { Span } from "../syntax/problem.js";
import type { Query, Use } from "./rule.js";

/** A place in a field of an alerting rule, a recording rule or a panel. */
export interface FieldPlace {
  /** Another file than that of the subject. */
  readonly file?: string;
  /** The way to the field within the file, such as `groups[0].rules[3].annotations.summary`. */
  readonly field: string;
  /** In the text of the field. */
  readonly span: Span;
  /** Set in an edit that inserts nothing: it takes the field away, its key and the line that is theirs alone included. */
  readonly withKey?: true;
}

/** A text of a rule or panel, and where it stands. */
export interface Field {
  readonly text: string;
  /** As in {@link FieldPlace}. */
  readonly field: string;
}

interface PrometheusRule {
  readonly expr: Field;
  /** The parsed expression; missing where Prometheus rejects it. */
  readonly query?: Query | undefined;
  readonly labels: ReadonlyMap<string, Field>;
  readonly group: RuleGroup;
}

/** An alerting rule of a rule file. */
export interface AlertingRule extends PrometheusRule {
  readonly kind: "alerting-rule";
  readonly alert: Field;
  readonly for?: Field;
  readonly keepFiringFor?: Field;
  readonly annotations: ReadonlyMap<string, Field>;
}

/** A recording rule of a rule file. */
export interface RecordingRule extends PrometheusRule {
  readonly kind: "recording-rule";
  readonly record: Field;
}

/** A group of rules, which Prometheus evaluates in order. */
export interface RuleGroup {
  readonly name: Field;
  readonly interval?: Field;
  /** Those that each rule gets as well, unless it has one of that name itself. */
  readonly labels: ReadonlyMap<string, Field>;
  readonly rules: readonly (AlertingRule | RecordingRule)[];
}

/** A file of rules, or a manifest that holds one. */
export interface RuleFile {
  readonly path: string;
  readonly groups: readonly RuleGroup[];
}

/** A panel of a dashboard that shows at least one query. */
export interface Panel {
  readonly kind: "panel";
  /** Empty where the panel has none. */
  readonly title: Field;
  /** What draws it, such as `timeseries` or `table`. */
  readonly type: string;
  readonly queries: readonly PanelQuery[];
  /** All variables of the dashboard, by name. */
  readonly variables: ReadonlyMap<string, Variable>;
  /** The variables by which the panel or its row repeats: in each copy they have a single value. */
  readonly repeatedBy: readonly string[];
  /** The least interval between two points, such as `1m`. */
  readonly minInterval?: Field;
}

/** A query of a dashboard. */
export interface DashboardQuery {
  /** The text that holds it: in a variable that may be `label_values(up, job)`. */
  readonly expr: Field;
  /** Where the query stands in that text; the places of its tree count from there. */
  readonly part: Span;
  /** The parsed expression; missing where Prometheus rejects it. */
  readonly query?: Query;
  readonly use: Use;
}

/** A query of a panel, which is the whole of its text. */
export interface PanelQuery extends DashboardQuery {
  /** Whether it is switched off in the panel. */
  readonly hidden: boolean;
  /** How its series are called, such as `{{instance}}`. */
  readonly legend?: Field;
  /** The least interval between two of its points, such as `1m`, beside that of its panel. */
  readonly minInterval?: Field;
}

/** A dashboard that shows at least one query. */
export interface Dashboard {
  readonly kind: "dashboard";
  /** All of it, as its file has it. */
  readonly text: string;
  /** The panels that show queries. */
  readonly panels: readonly Panel[];
  /** The queries that stand in no panel: those of variables and annotations. */
  readonly queries: readonly DashboardQuery[];
  /** By name. */
  readonly variables: ReadonlyMap<string, Variable>;
  /** Whether these are all variables it has: a part of a dashboard and a template do not tell. */
  readonly hasAllVariables: boolean;
  /** The variables by which panels and rows repeat, those without a query included. */
  readonly repeatedBy: ReadonlySet<string>;
}

/** What a variable's values come from. */
export type VariableType =
  "adhoc" | "constant" | "custom" | "datasource" | "groupby" | "interval" | "query" | "switch" | "textbox" | "unknown";

/** A variable of a dashboard. */
export interface Variable {
  readonly name: string;
  /** The way to its name, as in {@link FieldPlace}. */
  readonly field: string;
  /** Where its definition stands in the text of the dashboard. */
  readonly definition: Span;
  readonly type: VariableType;
  /** Whether several values can be chosen. */
  readonly multi: boolean;
  /** Whether "All" can be chosen. */
  readonly includeAll: boolean;
  /** What "All" stands for, where that is given: `.*`. */
  readonly allValue?: string;
  /** The values that are chosen when the dashboard is opened; `$__all` stands for "All". */
  readonly current: readonly string[];
  /** All values that it may have, where the dashboard says so: of a constant, custom or interval variable. */
  readonly values?: readonly string[];
}
