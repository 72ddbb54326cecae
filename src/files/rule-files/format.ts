/** Whose rules these are: which fields they may have, and what rejects them. */
export interface RuleFormat {
  /** Whether the place is known to hold rules and nothing else, so that everything that is odd is a mistake. */
  readonly strict: boolean;
  /** Whether Kubernetes reads them first, which takes no number where a text belongs. */
  readonly kubernetes: boolean;
  readonly language: "promql" | "metricsql";
}

/** A rule file of Prometheus, or of what reads the same: Thanos, Mimir, Cortex. */
export const prometheusRules: RuleFormat = { strict: true, kubernetes: false, language: "promql" };

/** What becomes a PrometheusRule manifest. */
export const kubernetesRules: RuleFormat = { strict: true, kubernetes: true, language: "promql" };

/** A VMRule manifest of VictoriaMetrics. */
export const victoriaRules: RuleFormat = { strict: true, kubernetes: true, language: "metricsql" };

/** Rules in a file whose purpose is not known, such as the values of a chart, which may add fields of its own. */
export const foundRules: RuleFormat = { strict: false, kubernetes: false, language: "promql" };

/** The fields of a group. Source: https://prometheus.io/docs/prometheus/latest/configuration/recording_rules/#rule_group */
export const groupFields: readonly string[] = ["name", "interval", "query_offset", "limit", "labels", "rules"];

/** The fields of a rule. Source: https://prometheus.io/docs/prometheus/latest/configuration/recording_rules/#rule */
export const ruleFields: readonly string[] = [
  "alert",
  "record",
  "expr",
  "for",
  "keep_firing_for",
  "labels",
  "annotations",
];

/** Fields of a group that only other servers than Prometheus know: Thanos, Mimir, Cortex and Loki. */
export const otherGroupFields: ReadonlySet<string> = new Set([
  "partial_response_strategy",
  "source_tenants",
  "evaluation_delay",
  "align_evaluation_time_on_interval",
  "remote_write",
]);

/** Fields of a group that only vmalert knows. Source: https://docs.victoriametrics.com/victoriametrics/vmalert/#groups */
export const victoriaGroupFields: ReadonlySet<string> = new Set([
  "concurrency",
  "type",
  "params",
  "headers",
  "notifier_headers",
  "debug",
  "eval_offset",
  "eval_delay",
  "eval_alignment",
  "tenant",
  "extra_filter_labels",
]);

/** Fields of a rule that only vmalert knows. */
export const victoriaRuleFields: ReadonlySet<string> = new Set(["debug", "update_entries_limit"]);
