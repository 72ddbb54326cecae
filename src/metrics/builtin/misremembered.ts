/** Names that no version of an exporter has given, as rows for `successorsOf`. */
export interface MisrememberedTable {
  readonly exporter: string;
  readonly rows: string;
}

/**
 * Names that tutorials give, and which differ from the right ones by more than a word. The right ones are those of
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/proxy/metrics/metrics.go: how often the rules are brought up to
 * date, and how long that takes, are the `_count` and the `_sum` of one histogram.
 */
export const misrememberedTables: readonly MisrememberedTable[] = [
  {
    exporter: "kube-proxy",
    rows: `
kubeproxy_sync_proxy_rules_{count,total}           kubeproxy_sync_proxy_rules_duration_seconds_count
kubeproxy_total_sync_proxy_rules_duration_seconds  kubeproxy_sync_proxy_rules_duration_seconds_sum
`,
  },
];
