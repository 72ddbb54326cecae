import type { MetricTable } from "./table.js";

/**
 * What all components of Kubernetes give; `controller` and `priority` are given by controllers made with controller-runtime.
 * Source: https://kubernetes.io/docs/reference/instrumentation/metrics/.
 */
export const kubernetes: MetricTable = {
  source: "kubernetes",
  own: ["rest", "workqueue"],
  shared: ["csi", "disabled", "hidden", "kubernetes", "leader", "registered", "running", "storage", "volume"],
  rows: `
disabled_metrics_total                            counter            -
hidden_metrics_total                              counter            -
kubernetes_build_info                             gauge              build_date,compiler,git_commit,git_tree_state,git_version,go_version,major,minor,platform  Version of the component
kubernetes_feature_enabled                        gauge              name,stage
kubernetes_healthcheck                            gauge              name,type
kubernetes_healthchecks_total                     counter            name,status,type
leader_election_master_status                     gauge              name  1 for the leader
leader_election_slowpath_total                    counter            name
registered_metrics_total                          counter            deprecated_version,stability_level
rest_client_dns_resolution_duration_seconds       histogram          host
rest_client_exec_plugin_call_total                counter            call_status,code
rest_client_exec_plugin_certificate_rotation_age  histogram:seconds  -
rest_client_exec_plugin_ttl_seconds               gauge              -
rest_client_rate_limiter_duration_seconds         histogram          host,verb
rest_client_request_duration_seconds              histogram          host,verb
rest_client_request_retries_total                 counter            code,host,verb
rest_client_request_size_bytes                    histogram          host,verb
rest_client_requests_total                        counter            code,host,method  Requests to the API server by status and method
rest_client_response_size_bytes                   histogram          host,verb
rest_client_transport_cache_entries               gauge              -
rest_client_transport_create_calls_total          counter            result
running_managed_controllers                       gauge              manager,name
workqueue_adds_total                              counter            controller,name,priority  Items that came into the queue
workqueue_depth                                   gauge              controller,name,priority  Items that wait in the queue
workqueue_longest_running_processor_seconds       gauge              controller,name
workqueue_queue_duration_seconds                  histogram          controller,name,priority  Time that an item waited in the queue
workqueue_retries_total                           counter            controller,name  Items that came into the queue again after a failure
workqueue_unfinished_work_seconds                 gauge              controller,name  Time that work in progress has taken so far
workqueue_work_duration_seconds                   histogram          controller,name  Time to work on an item of the queue

csi_operations_seconds              histogram  driver_name,grpc_status_code,method_name,migrated
storage_operation_duration_seconds  histogram  migrated,operation_name,status,volume_plugin
storage_operation_errors_total      counter    operation_name,volume_plugin
volume_operation_total_errors       counter    operation_name,plugin_name
volume_operation_total_seconds      histogram  operation_name,plugin_name
`,
};
