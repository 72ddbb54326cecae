/**
 * Metrics whose value is 0 or 1 and nothing else, by the documentation of who gives them.
 * Sources: https://prometheus.io/docs/concepts/jobs_instances/,
 * https://github.com/prometheus/blackbox_exporter#readme, https://github.com/prometheus/node_exporter,
 * https://github.com/kubernetes/kube-state-metrics/tree/main/docs/metrics.
 */
const flags: ReadonlySet<string> = new Set(
  `
up ALERTS probe_success
kube_cronjob_spec_suspend kube_deployment_spec_paused kube_deployment_status_condition
kube_horizontalpodautoscaler_status_condition kube_job_complete kube_job_failed kube_job_status_suspended
kube_namespace_status_condition kube_namespace_status_phase kube_node_spec_unschedulable kube_node_status_condition
kube_persistentvolume_status_phase kube_persistentvolumeclaim_status_condition kube_persistentvolumeclaim_status_phase
kube_pod_container_status_ready kube_pod_container_status_running kube_pod_container_status_terminated
kube_pod_container_status_waiting kube_pod_container_status_terminated_reason kube_pod_container_status_waiting_reason
kube_pod_container_status_last_terminated_reason kube_pod_info kube_pod_init_container_status_ready
kube_pod_init_container_status_running kube_pod_init_container_status_terminated
kube_pod_init_container_status_waiting kube_pod_status_phase kube_pod_status_ready kube_pod_status_reason
kube_pod_status_scheduled kube_pod_status_unschedulable kube_node_info
node_filesystem_device_error node_filesystem_readonly node_network_carrier node_network_up node_scrape_collector_success
node_systemd_unit_state node_textfile_scrape_error node_timex_sync_status node_uname_info
`.match(/\w+/g),
);

/** Whether a metric only ever has the value 0 or 1. */
export function isFlagMetric(name: string): boolean {
  return flags.has(name);
}
