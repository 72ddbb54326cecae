import type { ValueKind } from "./value.js";

/**
 * The variables that Prometheus declares before each template of a rule.
 * Source: https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/#templating
 */
export const ruleVariables: readonly (readonly [name: string, kind: ValueKind])[] = [
  ["$labels", "labels"],
  ["$value", "value"],
  ["$externalLabels", "other"],
  ["$externalURL", "other"],
];
