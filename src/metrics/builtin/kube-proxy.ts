import type { MetricTable } from "./table.js";

/**
 * What kube-proxy gives; `ip_family` since Kubernetes 1.33.
 * Source: https://github.com/kubernetes/kubernetes/blob/master/pkg/proxy/metrics/metrics.go.
 */
export const kubeProxy: MetricTable = {
  source: "kube-proxy",
  own: ["kubeproxy"],
  rows: `
kubeproxy_conntrack_reconciler_deleted_entries_total          counter    ip_family                 Entries of connection tracking that were deleted
kubeproxy_conntrack_reconciler_sync_duration_seconds          histogram  ip_family                 Time to clean up connection tracking
kubeproxy_iptables_ct_state_invalid_dropped_packets_total     counter    -                         Packets dropped because their connection is not tracked
kubeproxy_iptables_localhost_nodeports_accepted_packets_total  counter    -                         Packets to node ports of the loopback interface
kubeproxy_network_programming_duration_seconds                histogram  ip_family                 Time from a change of a service or pod until the rules have it
kubeproxy_proxy_healthz_total                                 counter    code                      Answers of /healthz
kubeproxy_proxy_livez_total                                   counter    code                      Answers of /livez
kubeproxy_sync_full_proxy_rules_duration_seconds              histogram  ip_family                 Time to write all rules
kubeproxy_sync_partial_proxy_rules_duration_seconds           histogram  ip_family                 Time to write the rules that have changed
kubeproxy_sync_proxy_rules_duration_seconds                   histogram  ip_family                 Time to bring the rules up to date
kubeproxy_sync_proxy_rules_endpoint_changes_pending           gauge      ip_family                 Changes of endpoints that no rule has yet
kubeproxy_sync_proxy_rules_endpoint_changes_total             counter    ip_family                 Changes of endpoints
kubeproxy_sync_proxy_rules_iptables_last                      gauge      ip_family,table           Rules of iptables written the last time
kubeproxy_sync_proxy_rules_iptables_partial_restore_failures_total  counter    ip_family                 Failed partial writes of iptables rules
kubeproxy_sync_proxy_rules_iptables_restore_failures_total    counter    ip_family                 Failed writes of iptables rules
kubeproxy_sync_proxy_rules_iptables_total                     gauge      ip_family,table           Rules of iptables that belong to kube-proxy
kubeproxy_sync_proxy_rules_last_queued_timestamp_seconds      gauge      ip_family                 When bringing the rules up to date was last asked for, since 1970
kubeproxy_sync_proxy_rules_last_timestamp_seconds             gauge      ip_family                 When the rules were last brought up to date, since 1970
kubeproxy_sync_proxy_rules_nftables_cleanup_failures_total    counter    ip_family                 Failed removals of nftables rules
kubeproxy_sync_proxy_rules_nftables_sync_failures_total       counter    ip_family                 Failed writes of nftables rules
kubeproxy_sync_proxy_rules_no_local_endpoints_total           gauge      ip_family,traffic_policy  Services that want local endpoints and have none
kubeproxy_sync_proxy_rules_service_changes_pending            gauge      ip_family                 Changes of services that no rule has yet
kubeproxy_sync_proxy_rules_service_changes_total              counter    ip_family                 Changes of services
`,
};
