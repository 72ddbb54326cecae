import type { Span } from "../syntax/problem.js";
import type { Query } from "./rule.js";

/** A place in a field of an alerting rule, a recording rule or a panel. */
export interface FieldPlace {
  /** Another file than that of the subject. */
  readonly file?: string;
  /** The way to the field within the file, such as `groups[0].rules[3].annotations.summary`. */
  readonly field: string;
  /** In the text of the field. */
  readonly span: Span;
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
  readonly query?: Query;
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
  readonly rules: readonly (AlertingRule | RecordingRule)[];
}

/** A file of rules, or a manifest that holds one. */
export interface RuleFile {
  readonly path: string;
  readonly groups: readonly RuleGroup[];
}

/** A panel of a dashboard. */
export interface Panel {
  readonly kind: "panel";
  readonly title: Field;
  readonly queries: readonly { readonly expr: Field; readonly query?: Query }[];
  readonly variables: ReadonlyMap<string, Variable>;
}

/** A variable of a dashboard. */
export interface Variable {
  readonly name: string;
  /** Whether several values can be chosen. */
  readonly multi: boolean;
  /** Whether "All" can be chosen. */
  readonly includeAll: boolean;
}
