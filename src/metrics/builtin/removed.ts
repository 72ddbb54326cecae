/** What the metrics of an exporter are called since a version, as rows for `successorsOf`. */
export interface RemovedTable {
  readonly exporter: string;
  readonly version: string;
  readonly rows: string;
}

/**
 * Sources: https://github.com/prometheus/node_exporter/blob/master/docs/V0_16_UPGRADE_GUIDE.md,
 * https://github.com/prometheus/node_exporter/releases/tag/v1.0.0,
 * https://github.com/kubernetes/kube-state-metrics/blob/main/CHANGELOG.md,
 * https://github.com/kubernetes/kubernetes/tree/master/CHANGELOG,
 * https://coredns.io/2020/06/15/coredns-1.7.0-release/.
 */
export const removedTables: readonly RemovedTable[] = [
  {
    exporter: "node exporter",
    version: "0.16",
    rows: `
node_boot_time         node_boot_time_seconds
node_buddyinfo_count   node_buddyinfo_blocks
node_context_switches  node_context_switches_total
node_cpu               node_cpu_seconds_total
node_forks             node_forks_total
node_interrupts        node_interrupts_total
node_intr              node_intr_total
node_textfile_mtime    node_textfile_mtime_seconds
node_time              node_time_seconds

node_disk_bytes_read                            node_disk_read_bytes_total
node_disk_bytes_written                         node_disk_written_bytes_total
node_disk_{io_time,read_time,write_time}_ms     node_disk_{}_seconds_total                      in seconds, not in milliseconds
node_disk_io_time_weighted                      node_disk_io_time_weighted_seconds_total        in seconds, not in milliseconds
node_disk_{reads_completed,reads_merged}        node_disk_{}_total
node_disk_{writes_completed,writes_merged}      node_disk_{}_total
node_filesystem_{avail,free,size}               node_filesystem_{}_bytes
node_infiniband_port_data_{received,transmitted}_bytes  node_infiniband_port_data_{}_bytes_total

node_memory_{Active,Active_anon,Active_file,AnonHugePages,AnonPages,Bounce,Buffers,Cached}  node_memory_{}_bytes
node_memory_{CommitLimit,Committed_AS,DirectMap1G,DirectMap2M,DirectMap4k,Dirty}            node_memory_{}_bytes
node_memory_{HardwareCorrupted,Hugepagesize,Inactive,Inactive_anon,Inactive_file}           node_memory_{}_bytes
node_memory_{KernelStack,Mapped,MemAvailable,MemFree,MemTotal,Mlocked,NFS_Unstable}         node_memory_{}_bytes
node_memory_{PageTables,Shmem,ShmemHugePages,ShmemPmdMapped,Slab,SReclaimable,SUnreclaim}   node_memory_{}_bytes
node_memory_{SwapCached,SwapFree,SwapTotal,Unevictable,VmallocChunk,VmallocTotal}           node_memory_{}_bytes
node_memory_{VmallocUsed,Writeback,WritebackTmp}                                            node_memory_{}_bytes

node_network_receive_{bytes,compressed,drop,errs,fifo,frame,multicast,packets}              node_network_receive_{}_total
node_network_transmit_{bytes,carrier,colls,compressed,drop,errs,fifo,packets}               node_network_transmit_{}_total

node_nfs_net_connections                             node_nfs_connections_total
node_nfs_rpc_operations                              node_nfs_rpcs_total
node_nfs_rpc_{authentication_refreshes,retransmissions}  node_nfs_rpc_{}_total
`,
  },
  {
    exporter: "node exporter",
    version: "1.0",
    rows: `
node_cpu_scaling_frequency_{min,max}_hrts  node_cpu_scaling_frequency_{}_hertz
node_md_disks_active                       node_md_disks  state="active"
node_md_is_active                          node_md_state  state="active"
`,
  },
  {
    exporter: "kube-state-metrics",
    version: "1.0",
    rows: `
kube_node_status_ready  kube_node_status_condition  condition="Ready"  with the former values of \`condition\` in \`status\`
`,
  },
  {
    exporter: "kube-state-metrics",
    version: "2.0",
    rows: `
kube_daemonset_updated_number_scheduled                     kube_daemonset_status_updated_number_scheduled
kube_hpa_{labels,metadata_generation}                       kube_horizontalpodautoscaler_{}  hpa->horizontalpodautoscaler
kube_hpa_spec_{max_replicas,min_replicas,target_metric}     kube_horizontalpodautoscaler_spec_{}  hpa->horizontalpodautoscaler
kube_hpa_status_{condition,current_replicas,desired_replicas}  kube_horizontalpodautoscaler_status_{}  hpa->horizontalpodautoscaler
kube_node_status_{allocatable,capacity}_cpu_cores           kube_node_status_{}  resource="cpu"
kube_node_status_{allocatable,capacity}_memory_bytes        kube_node_status_{}  resource="memory"
kube_node_status_{allocatable,capacity}_pods                kube_node_status_{}  resource="pods"
kube_pod_container_resource_{limits,requests}_cpu_cores     kube_pod_container_resource_{}  resource="cpu"
kube_pod_container_resource_{limits,requests}_memory_bytes  kube_pod_container_resource_{}  resource="memory"
kube_pod_deleted                                            kube_pod_deletion_timestamp
`,
  },
  {
    exporter: "Kubernetes",
    version: "1.18",
    rows: `
apiserver_dropped_requests                            apiserver_dropped_requests_total
apiserver_request_count                               apiserver_request_total
apiserver_request_latencies*                          apiserver_request_duration_seconds         in seconds, not in microseconds
apiserver_request_latencies_summary                   apiserver_request_duration_seconds         in seconds, not in microseconds, and a histogram
etcd_request_latencies_summary                        etcd_request_duration_seconds              in seconds, not in microseconds, and a histogram
kubelet_cgroup_manager_latency_microseconds           kubelet_cgroup_manager_duration_seconds    in seconds, and a histogram
kubelet_device_plugin_registration_count              kubelet_device_plugin_registration_total
kubelet_eviction_stats_age_microseconds               kubelet_eviction_stats_age_seconds         in seconds, and a histogram
kubelet_pleg_relist_interval_microseconds             kubelet_pleg_relist_interval_seconds       in seconds, and a histogram
kubelet_pleg_relist_latency_microseconds              kubelet_pleg_relist_duration_seconds       in seconds, and a histogram
kubelet_pod_start_latency_microseconds                kubelet_pod_start_duration_seconds         in seconds, and a histogram
kubelet_pod_worker_latency_microseconds               kubelet_pod_worker_duration_seconds        in seconds, and a histogram
kubelet_pod_worker_start_latency_microseconds         kubelet_pod_worker_start_duration_seconds  in seconds, and a histogram
kubelet_runtime_operations                            kubelet_runtime_operations_total
kubelet_runtime_operations_errors                     kubelet_runtime_operations_errors_total
kubelet_runtime_operations_latency_microseconds       kubelet_runtime_operations_duration_seconds  in seconds, and a histogram
kubeproxy_sync_proxy_rules_latency_microseconds*      kubeproxy_sync_proxy_rules_duration_seconds  in seconds, not in microseconds
rest_client_request_latency_seconds*                  rest_client_request_duration_seconds
scheduler_scheduling_algorithm_latency_microseconds*  scheduler_scheduling_algorithm_duration_seconds  in seconds, not in microseconds
`,
  },
  {
    exporter: "Kubernetes",
    version: "1.19",
    rows: `
kubelet_running_container_count  kubelet_running_containers
kubelet_running_pod_count        kubelet_running_pods
`,
  },
  {
    exporter: "CoreDNS",
    version: "1.7",
    rows: `
coredns_cache_size                                coredns_cache_entries
coredns_dns_request_count_total                   coredns_dns_requests_total
coredns_dns_request_do_count_total                coredns_dns_do_requests_total
coredns_dns_request_type_count_total              coredns_dns_requests_total
coredns_dns_response_rcode_count_total            coredns_dns_responses_total
coredns_forward_healthcheck_broken_count_total    coredns_forward_healthcheck_broken_total
coredns_forward_healthcheck_failure_count_total   coredns_forward_healthcheck_failures_total
coredns_forward_request_count_total               coredns_forward_requests_total
coredns_forward_response_rcode_count_total        coredns_forward_responses_total
coredns_panic_count_total                         coredns_panics_total
`,
  },
];
