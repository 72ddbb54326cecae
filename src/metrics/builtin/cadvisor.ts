import type { MetricTable } from "./table.js";

/**
 * What cAdvisor gives, alone or within the kubelet. A cAdvisor of its own has more labels, which its flags name.
 * Sources: https://github.com/google/cadvisor/blob/master/docs/storage/prometheus.md, https://github.com/google/cadvisor/blob/master/metrics/prometheus.go.
 */
export const cAdvisor: MetricTable = {
  source: "cadvisor",
  own: ["cadvisor", "container", "machine"],
  rows: `
cadvisor_version_info  gauge  *  Versions of cAdvisor, of Docker and of the kernel

container_blkio_device_usage_total              counter:bytes  *  Bytes that cgroups count for a device
container_cpu_cfs_periods_total                 counter        *  Periods in which the CPU limit was enforced
container_cpu_cfs_throttled_periods_total       counter        *  Periods in which the container was throttled
container_cpu_cfs_throttled_seconds_total       counter        *  Time that the container was throttled
container_cpu_load_average_10s                  gauge          *  Load of the last 10 seconds
container_cpu_load_d_average_10s                gauge          *  Uninterruptible tasks of the last 10 seconds
container_cpu_schedstat_run_periods_total       counter        *  Times that the container ran on the CPU
container_cpu_schedstat_run_seconds_total       counter        *  Time that the container ran on the CPU
container_cpu_schedstat_runqueue_seconds_total  counter        *  Time that the container waited for the CPU
container_cpu_system_seconds_total              counter        *  CPU time in the kernel
container_cpu_usage_seconds_total               counter        *  CPU time
container_cpu_user_seconds_total                counter        *  CPU time outside the kernel

container_file_descriptors                   gauge          *  Files that are open
container_fs_inodes_free                     gauge          *  Inodes that are free
container_fs_inodes_total                    gauge          *  Inodes
container_fs_io_current                      gauge          *  Reads and writes in progress
container_fs_io_time_seconds_total           counter        *  Time with reads or writes in progress
container_fs_io_time_weighted_seconds_total  counter        *  Time of all reads and writes together
container_fs_limit_bytes                     gauge          *  Size of the file system
container_fs_read_seconds_total              counter        *  Time spent reading
container_fs_reads_bytes_total               counter        *  Bytes read
container_fs_reads_merged_total              counter        *  Reads merged
container_fs_reads_total                     counter        *  Reads
container_fs_sector_reads_total              counter        *  Sectors read
container_fs_sector_writes_total             counter        *  Sectors written
container_fs_usage_bytes                     gauge          *  Bytes used of the file system
container_fs_write_seconds_total             counter        *  Time spent writing
container_fs_writes_bytes_total              counter        *  Bytes written
container_fs_writes_merged_total             counter        *  Writes merged
container_fs_writes_total                    counter        *  Writes
container_health_state                       gauge          *  Result of the health check
container_hugetlb_failcnt                    counter        *  Times that a limit of huge pages was hit
container_hugetlb_max_usage_bytes            gauge          *  Most huge pages ever used
container_hugetlb_usage_bytes                gauge          *  Huge pages in use
container_last_seen                          gauge:seconds  *  When the container was last seen, since 1970
container_llc_occupancy_bytes                gauge          *  Use of the last level cache

container_memory_bandwidth_bytes            gauge        *                        Memory bandwidth
container_memory_bandwidth_local_bytes      gauge        *                        Memory bandwidth within the own node
container_memory_cache                      gauge:bytes  *                        Page cache
container_memory_failcnt                    counter      *                        Times that the memory limit was hit
container_memory_failures_total             counter      *                        Page faults
container_memory_kernel_usage               gauge:bytes  *                        Memory of the kernel
container_memory_mapped_file                gauge:bytes  *                        Mapped files
container_memory_max_usage_bytes            gauge        *                        Most memory ever used
container_memory_migrate                    counter      *                        Pages migrated
container_memory_numa_pages                 gauge        *                        Pages of each NUMA node
container_memory_rss                        gauge:bytes  *                        Anonymous memory and swap cache
container_memory_swap                       gauge:bytes  *                        Swap in use
container_memory_total_active_file_bytes    gauge        *                        Page cache that was used recently
container_memory_total_inactive_file_bytes  gauge        *                        Page cache that was not used recently
container_memory_usage_bytes                gauge        *                        Memory in use, with all of the page cache
container_memory_working_set_bytes          gauge        *                        Memory in use, without the page cache that can go
container_oom_events_total                  counter      *                        Processes killed because memory ran out
container_swap_usage_bytes                  gauge        container,namespace,pod  Swap in use

container_network_advance_tcp_stats_total         gauge    *  Statistics of TCP
container_network_receive_bytes_total             counter  *  Bytes received
container_network_receive_errors_total            counter  *  Errors while receiving
container_network_receive_packets_dropped_total   counter  *  Packets dropped while receiving
container_network_receive_packets_total           counter  *  Packets received
container_network_tcp6_usage_total                gauge    *  TCP connections over IPv6
container_network_tcp_usage_total                 gauge    *  TCP connections
container_network_transmit_bytes_total            counter  *  Bytes sent
container_network_transmit_errors_total           counter  *  Errors while sending
container_network_transmit_packets_dropped_total  counter  *  Packets dropped while sending
container_network_transmit_packets_total          counter  *  Packets sent
container_network_udp6_usage_total                gauge    *  UDP connections over IPv6
container_network_udp_usage_total                 gauge    *  UDP connections

container_perf_events_metric_scaling_ratio       gauge    *  Part of the time that an event was measured
container_perf_events_scaling_ratio              gauge    *  Part of the time that an event was measured
container_perf_events_total                      counter  *  Events of a core
container_perf_metric_scaling_ratio              gauge    *  Part of the time that an event was measured
container_perf_uncore_events_scaling_ratio       gauge    *  Part of the time that an event was measured
container_perf_uncore_events_total               counter  *  Events outside of cores
container_pressure_cpu_stalled_seconds_total     counter  *  Time that all tasks waited for the CPU
container_pressure_cpu_waiting_seconds_total     counter  *  Time that some task waited for the CPU
container_pressure_io_stalled_seconds_total      counter  *  Time that all tasks waited for disks
container_pressure_io_waiting_seconds_total      counter  *  Time that some task waited for disks
container_pressure_memory_stalled_seconds_total  counter  *  Time that all tasks waited for memory
container_pressure_memory_waiting_seconds_total  counter  *  Time that some task waited for memory
container_processes                              gauge    *  Processes
container_referenced_bytes                       gauge    *  Memory that was referenced since the last measurement
container_scrape_error                           gauge    -  1 if containers could not be measured
container_sockets                                gauge    *  Sockets that are open
container_spec_cpu_period                        gauge    *  Period of the CPU limit, in microseconds
container_spec_cpu_quota                         gauge    *  CPU time allowed in each period, in microseconds
container_spec_cpu_shares                        gauge    *  Share of the CPU
container_spec_memory_limit_bytes                gauge    *  Memory limit, 0 for none
container_spec_memory_reservation_limit_bytes    gauge    *  Memory that is reserved
container_spec_memory_swap_limit_bytes           gauge    *  Swap limit
container_start_time_seconds                     gauge    *  When the container started, since 1970
container_tasks_state                            gauge    *  Tasks in a state
container_threads                                gauge    *  Threads
container_threads_max                            gauge    *  Most threads allowed
container_ulimits_soft                           gauge    *  Soft limits of the first process

machine_cpu_cache_capacity_bytes    gauge        *  Size of a cache
machine_cpu_cores                   gauge        *  Logical cores
machine_cpu_physical_cores          gauge        *  Physical cores
machine_cpu_sockets                 gauge        *  Sockets for processors
machine_dimm_capacity_bytes         gauge        *  Memory modules
machine_dimm_count                  gauge        *  Memory modules
machine_memory_bytes                gauge        *  Memory
machine_node_distance               gauge        *  Distance between two NUMA nodes
machine_node_hugepages_count        gauge        *  Huge pages of a NUMA node
machine_node_memory_capacity_bytes  gauge        *  Memory of a NUMA node
machine_nvm_avg_power_budget_watts  gauge        *  Power budget of persistent memory
machine_nvm_capacity                gauge:bytes  *  Persistent memory
machine_scrape_error                gauge        -  1 if the machine could not be measured
machine_swap_bytes                  gauge        *  Swap
machine_thread_siblings_count       gauge        *  Threads of a core
`,
};
