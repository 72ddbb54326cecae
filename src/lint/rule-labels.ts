import type { AlertingRule, Field, RecordingRule } from "./subject.js";

/**
 * The labels that a rule sets: those of its group, and its own, which come first.
 * Source: https://prometheus.io/docs/prometheus/latest/configuration/recording_rules/#rule_group
 */
export function ruleLabels({ labels, group }: AlertingRule | RecordingRule): ReadonlyMap<string, Field> {
  return group.labels.size === 0 ? labels : new Map([...group.labels, ...labels]);
}
