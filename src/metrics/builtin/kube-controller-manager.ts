import type { MetricTable } from "./table.js";

/**
 * What the controller manager of Kubernetes gives.
 * Source: https://kubernetes.io/docs/reference/instrumentation/metrics/.
 */
export const kubeControllerManager: MetricTable = {
  source: "kube-controller-manager",
  shared: [
    "attach",
    "attachdetach",
    "cronjob",
    "endpoint",
    "ephemeral",
    "garbagecollector",
    "horizontal",
    "job",
    "node",
    "pod",
    "pv",
    "replicaset",
    "resourceclaim",
    "retroactive",
    "root",
    "service",
    "storage",
    "taint",
    "ttl",
  ],
  rows: `
attach_detach_controller_attachdetach_controller_forced_detaches  counter            reason
attachdetach_controller_forced_detaches                       counter            reason
attachdetach_controller_total_volumes                         gauge              plugin_name,state
cronjob_controller_job_creation_skew_duration_seconds         histogram          -
endpoint_slice_controller_changes                             counter            operation
endpoint_slice_controller_desired_endpoint_slices             gauge              -
endpoint_slice_controller_endpoints_added_per_sync            histogram          -
endpoint_slice_controller_endpoints_desired                   gauge              -
endpoint_slice_controller_endpoints_removed_per_sync          histogram          -
endpoint_slice_controller_endpointslices_changed_per_sync     histogram          topology,traffic_distribution
endpoint_slice_controller_num_endpoint_slices                 gauge              -
endpoint_slice_controller_services_count_by_traffic_distribution  gauge              traffic_distribution
endpoint_slice_controller_syncs                               counter            result
endpoint_slice_mirroring_controller_addresses_skipped_per_sync  histogram          -
endpoint_slice_mirroring_controller_changes                   counter            operation
endpoint_slice_mirroring_controller_desired_endpoint_slices   gauge              -
endpoint_slice_mirroring_controller_endpoints_added_per_sync  histogram          -
endpoint_slice_mirroring_controller_endpoints_desired         gauge              -
endpoint_slice_mirroring_controller_endpoints_removed_per_sync  histogram          -
endpoint_slice_mirroring_controller_endpoints_sync_duration   histogram:seconds  -
endpoint_slice_mirroring_controller_endpoints_updated_per_sync  histogram          -
endpoint_slice_mirroring_controller_num_endpoint_slices       gauge              -
ephemeral_volume_controller_create_failures_total             counter            -
ephemeral_volume_controller_create_total                      counter            -
garbagecollector_controller_resources_sync_error_total        counter            -
horizontal_pod_autoscaler_controller_metric_computation_duration_seconds  histogram          action,error,metric_type
horizontal_pod_autoscaler_controller_metric_computation_total  counter            action,error,metric_type
horizontal_pod_autoscaler_controller_reconciliation_duration_seconds  histogram          action,error
horizontal_pod_autoscaler_controller_reconciliations_total    counter            action,error
job_controller_job_finished_indexes_total                     counter            backoffLimit,status
job_controller_job_pods_creation_total                        counter            reason,status
job_controller_job_pods_finished_total                        counter            completion_mode,result
job_controller_job_sync_duration_seconds                      histogram          action,completion_mode,result
job_controller_job_syncs_total                                counter            action,completion_mode,result
job_controller_jobs_by_external_controller_total              counter            controller_name
job_controller_jobs_finished_total                            counter            completion_mode,reason,result
job_controller_pod_failures_handled_by_failure_policy_total   counter            action
job_controller_terminated_pods_tracking_finalizer_total       counter            event
node_collector_evictions_number                               counter            zone
node_collector_evictions_total                                counter            zone
node_collector_unhealthy_nodes_in_zone                        gauge              zone  Nodes of the zone that are not ready
node_collector_update_all_nodes_health_duration_seconds       histogram          -
node_collector_update_node_health_duration_seconds            histogram          -
node_collector_zone_health                                    gauge              zone  Percentage of healthy nodes of the zone
node_collector_zone_size                                      gauge              zone  Nodes of the zone
node_controller_cloud_provider_taint_removal_delay_seconds    histogram          -
node_controller_initial_node_sync_delay_seconds               histogram          -
node_ipam_controller_cidrset_allocation_tries_per_request     histogram          clusterCIDR
node_ipam_controller_cidrset_cidrs_allocations_total          counter            clusterCIDR
node_ipam_controller_cidrset_cidrs_releases_total             counter            clusterCIDR
node_ipam_controller_cidrset_usage_cidrs                      gauge              clusterCIDR
node_ipam_controller_cirdset_max_cidrs                        gauge              clusterCIDR
node_ipam_controller_multicidrset_allocation_tries_per_request  histogram          clusterCIDR
node_ipam_controller_multicidrset_cidrs_allocations_total     counter            clusterCIDR
node_ipam_controller_multicidrset_cidrs_releases_total        counter            clusterCIDR
node_ipam_controller_multicidrset_usage_cidrs                 gauge              clusterCIDR
node_ipam_controller_multicirdset_max_cidrs                   gauge              clusterCIDR
pod_gc_collector_force_delete_pod_errors_total                counter            namespace,reason
pod_gc_collector_force_delete_pods_total                      counter            namespace,reason
pv_collector_bound_pv_count                                   gauge              storage_class
pv_collector_bound_pvc_count                                  gauge              namespace,storage_class,volume_attributes_class
pv_collector_total_pv_count                                   gauge              plugin_name,volume_mode
pv_collector_unbound_pv_count                                 gauge              storage_class
pv_collector_unbound_pvc_count                                gauge              namespace,storage_class,volume_attributes_class
replicaset_controller_sorting_deletion_age_ratio              histogram          -
resourceclaim_controller_create_attempts_total                counter            -
resourceclaim_controller_create_failures_total                counter            -
retroactive_storageclass_errors_total                         counter            -
retroactive_storageclass_total                                counter            -
root_ca_cert_publisher_sync_duration_seconds                  histogram          code
root_ca_cert_publisher_sync_total                             counter            code
service_controller_loadbalancer_sync_total                    counter            -
service_controller_nodesync_error_total                       counter            -
service_controller_nodesync_latency_seconds                   histogram          -
service_controller_update_loadbalancer_host_latency_seconds   histogram          -
storage_count_attachable_volumes_in_use                       gauge              node,volume_plugin
taint_eviction_controller_pod_deletion_duration_seconds       histogram          -
taint_eviction_controller_pod_deletions_total                 counter            -
ttl_after_finished_controller_job_deletion_duration_seconds   histogram          -
`,
};
