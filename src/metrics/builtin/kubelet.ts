import type { MetricTable } from "./table.js";

/**
 * What the kubelet gives besides the metrics of cAdvisor.
 * Source: https://kubernetes.io/docs/reference/instrumentation/metrics/.
 */
export const kubelet: MetricTable = {
  source: "kubelet",
  own: ["kubelet", "prober"],
  shared: ["force", "node", "plugin", "pod", "reconstruct", "resource", "scrape", "volume"],
  rows: `
force_cleaned_failed_volume_operation_errors_total            counter                 -
force_cleaned_failed_volume_operations_total                  counter                 -
kubelet_active_pods                                           gauge                   static
kubelet_admission_rejections_total                            counter                 reason
kubelet_certificate_manager_client_expiration_renew_errors    counter                 -
kubelet_certificate_manager_client_ttl_seconds                gauge                   -  Time until the client certificate of the kubelet expires
kubelet_certificate_manager_server_rotation_seconds           histogram               -
kubelet_certificate_manager_server_ttl_seconds                gauge                   -  Time until the serving certificate of the kubelet expires
kubelet_cgroup_manager_duration_seconds                       histogram               operation_type
kubelet_container_aligned_compute_resources_count             counter                 boundary,scope
kubelet_container_log_filesystem_used_bytes                   gauge                   container,namespace,pod,uid
kubelet_containers_per_pod_count                              histogram               -
kubelet_cpu_manager_exclusive_cpu_allocation_count            gauge                   -
kubelet_cpu_manager_pinning_errors_total                      counter                 -
kubelet_cpu_manager_pinning_requests_total                    counter                 -
kubelet_cpu_manager_shared_pool_size_millicores               gauge                   -
kubelet_credential_provider_plugin_duration                   histogram:seconds       plugin_name
kubelet_credential_provider_plugin_errors                     counter                 plugin_name
kubelet_desired_pods                                          gauge                   static
kubelet_device_plugin_alloc_duration_seconds                  histogram               resource_name
kubelet_device_plugin_registration_total                      counter                 resource_name
kubelet_evented_pleg_connection_error_count                   counter                 -
kubelet_evented_pleg_connection_latency_seconds               histogram               -
kubelet_evented_pleg_connection_success_count                 counter                 -
kubelet_eviction_stats_age_seconds                            histogram               eviction_signal
kubelet_evictions                                             counter                 eviction_signal
kubelet_graceful_shutdown_end_time_seconds                    gauge                   -
kubelet_graceful_shutdown_start_time_seconds                  gauge                   -
kubelet_http_inflight_requests                                gauge                   long_running,method,path,server_type
kubelet_http_requests_duration_seconds                        histogram               long_running,method,path,server_type
kubelet_http_requests_total                                   counter                 long_running,method,path,server_type
kubelet_image_garbage_collected_total                         counter                 reason
kubelet_image_pull_duration_seconds                           histogram               image_size_in_bytes
kubelet_lifecycle_handler_http_fallbacks_total                counter                 -
kubelet_managed_ephemeral_containers                          gauge                   -
kubelet_memory_manager_pinning_errors_total                   counter                 -
kubelet_memory_manager_pinning_requests_total                 counter                 -
kubelet_mirror_pods                                           gauge                   -
kubelet_node_config_error                                     gauge                   -  1 if the configuration has an error
kubelet_node_name                                             gauge                   node  1, with the name of the node
kubelet_node_startup_duration_seconds                         gauge                   -
kubelet_node_startup_post_registration_duration_seconds       gauge                   -
kubelet_node_startup_pre_kubelet_duration_seconds             gauge                   -
kubelet_node_startup_pre_registration_duration_seconds        gauge                   -
kubelet_node_startup_registration_duration_seconds            gauge                   -
kubelet_orphan_pod_cleaned_volumes                            gauge                   -
kubelet_orphan_pod_cleaned_volumes_errors                     gauge                   -
kubelet_orphaned_runtime_pods_total                           counter                 -
kubelet_pleg_discard_events                                   counter                 -
kubelet_pleg_last_seen_seconds                                gauge                   -
kubelet_pleg_relist_duration_seconds                          histogram               -  Time to look at all containers of the node
kubelet_pleg_relist_interval_seconds                          histogram               -
kubelet_pod_resources_endpoint_errors_get                     counter                 server_api_version
kubelet_pod_resources_endpoint_errors_get_allocatable         counter                 server_api_version
kubelet_pod_resources_endpoint_errors_list                    counter                 server_api_version
kubelet_pod_resources_endpoint_requests_get                   counter                 server_api_version
kubelet_pod_resources_endpoint_requests_get_allocatable       counter                 server_api_version
kubelet_pod_resources_endpoint_requests_list                  counter                 server_api_version
kubelet_pod_resources_endpoint_requests_total                 counter                 server_api_version
kubelet_pod_start_duration_seconds                            histogram               -  Time from seeing a pod until it starts to run
kubelet_pod_start_sli_duration_seconds                        histogram               -
kubelet_pod_start_total_duration_seconds                      histogram               -
kubelet_pod_status_sync_duration_seconds                      histogram               -
kubelet_pod_worker_duration_seconds                           histogram               operation_type
kubelet_pod_worker_start_duration_seconds                     histogram               -
kubelet_preemptions                                           counter                 preemption_signal
kubelet_restarted_pods_total                                  counter                 static
kubelet_run_podsandbox_duration_seconds                       histogram               runtime_handler
kubelet_run_podsandbox_errors_total                           counter                 runtime_handler
kubelet_running_containers                                    gauge                   container_state  Containers by state
kubelet_running_pods                                          gauge                   -  Pods that have a running sandbox
kubelet_runtime_operations_duration_seconds                   histogram               operation_type  Duration of calls of the container runtime
kubelet_runtime_operations_errors_total                       counter                 operation_type  Failed calls of the container runtime
kubelet_runtime_operations_total                              counter                 operation_type  Calls of the container runtime
kubelet_server_expiration_renew_errors                        counter                 -
kubelet_sleep_action_terminated_early_total                   counter                 -
kubelet_started_containers_errors_total                       counter                 code,container_type
kubelet_started_containers_total                              counter                 container_type
kubelet_started_host_process_containers_errors_total          counter                 code,container_type
kubelet_started_host_process_containers_total                 counter                 container_type
kubelet_started_pods_errors_total                             counter                 -  Pods that could not be started
kubelet_started_pods_total                                    counter                 -  Pods started
kubelet_topology_manager_admission_duration_ms                histogram:milliseconds  -
kubelet_topology_manager_admission_errors_total               counter                 -
kubelet_topology_manager_admission_requests_total             counter                 -
kubelet_volume_metric_collection_duration_seconds             histogram               metric_source
kubelet_volume_stats_available_bytes                          gauge                   namespace,persistentvolumeclaim  Bytes free of the volume
kubelet_volume_stats_capacity_bytes                           gauge                   namespace,persistentvolumeclaim  Size of the volume
kubelet_volume_stats_health_status_abnormal                   gauge                   namespace,persistentvolumeclaim
kubelet_volume_stats_inodes                                   gauge                   namespace,persistentvolumeclaim  Inodes of the volume
kubelet_volume_stats_inodes_free                              gauge                   namespace,persistentvolumeclaim  Inodes free of the volume
kubelet_volume_stats_inodes_used                              gauge                   namespace,persistentvolumeclaim  Inodes used of the volume
kubelet_volume_stats_used_bytes                               gauge                   namespace,persistentvolumeclaim  Bytes used of the volume
kubelet_working_pods                                          gauge                   config,lifecycle,static
node_cpu_usage_seconds_total                                  counter                 -
node_memory_working_set_bytes                                 gauge                   -
node_swap_usage_bytes                                         gauge                   -
plugin_manager_total_plugins                                  gauge                   socket_path,state
pod_cpu_usage_seconds_total                                   counter                 namespace,pod
pod_memory_working_set_bytes                                  gauge                   namespace,pod
pod_swap_usage_bytes                                          gauge                   namespace,pod
prober_probe_duration_seconds                                 histogram               container,namespace,pod,probe_type
prober_probe_total                                            counter                 container,namespace,pod,pod_uid,probe_type,result
reconstruct_volume_operations_errors_total                    counter                 -
reconstruct_volume_operations_total                           counter                 -
resource_scrape_error                                         gauge                   -
scrape_error                                                  gauge                   -
volume_manager_selinux_container_errors_total                 gauge                   access_mode
volume_manager_selinux_container_warnings_total               gauge                   access_mode
volume_manager_selinux_pod_context_mismatch_errors_total      gauge                   access_mode
volume_manager_selinux_pod_context_mismatch_warnings_total    gauge                   access_mode
volume_manager_selinux_volume_context_mismatch_errors_total   gauge                   access_mode,volume_plugin
volume_manager_selinux_volume_context_mismatch_warnings_total  gauge                   access_mode,volume_plugin
volume_manager_selinux_volumes_admitted_total                 gauge                   access_mode,volume_plugin
volume_manager_total_volumes                                  gauge                   plugin_name,state
`,
};
