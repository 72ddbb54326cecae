import type { MetricTable } from "./table.js";

/**
 * What the node exporter 1.11 gives on Linux, and of memory on BSD and macOS. Of a metric that only tells something by its labels the value is 1.
 * Source: https://github.com/prometheus/node_exporter/tree/master/collector.
 */
export const nodeExporter: MetricTable = {
  source: "node-exporter",
  own: ["node"],
  open: ["node_netstat_", "node_vmstat_"],
  rows: `
node_arp_entries               gauge    device     Entries in the ARP table
node_bonding_active            gauge    master     Interfaces of the bond that are up
node_bonding_slaves            gauge    master     Interfaces of the bond
node_boot_time_seconds         gauge    -          When the machine started, since 1970
node_context_switches_total    counter  -          Context switches
node_cooling_device_cur_state  gauge    name,type  How strongly the device cools now
node_cooling_device_max_state  gauge    name,type  How strongly the device can cool

node_cpu_core_throttles_total         counter  core,package  Times the core was throttled for heat
node_cpu_frequency_hertz              gauge    cpu           Frequency that the hardware reports
node_cpu_guest_seconds_total          counter  cpu,mode      CPU time of guests (virtual machines)
node_cpu_info                         gauge    *             Model and topology of the CPU
node_cpu_package_throttles_total      counter  package       Times the package was throttled for heat
node_cpu_scaling_frequency_hertz      gauge    cpu           Frequency now
node_cpu_scaling_frequency_max_hertz  gauge    cpu           Highest frequency allowed
node_cpu_scaling_frequency_min_hertz  gauge    cpu           Lowest frequency allowed
node_cpu_scaling_governor             gauge    cpu,governor  1 for the governor in use
node_cpu_seconds_total                counter  cpu,mode      CPU time by mode

node_disk_ata_rotation_rate_rpm              gauge    device                                    Rotations per minute, 0 for a solid disk
node_disk_ata_write_cache                    gauge    device                                    1 if the disk has a write cache
node_disk_ata_write_cache_enabled            gauge    device                                    1 if the write cache is on
node_disk_device_mapper_info                 gauge    device,lv_layer,lv_name,name,uuid,vg_name  Logical volume behind the device
node_disk_discard_time_seconds_total         counter  device                                    Time spent on discards
node_disk_discarded_sectors_total            counter  device                                    Sectors discarded
node_disk_discards_completed_total           counter  device                                    Discards done
node_disk_discards_merged_total              counter  device                                    Discards merged with a neighbour
node_disk_filesystem_info                    gauge    device,type,usage,uuid,version            File system on the device
node_disk_flush_requests_time_seconds_total  counter  device                                    Time spent on flushes
node_disk_flush_requests_total               counter  device                                    Flushes done
node_disk_info                               gauge    device,major,minor,model,path,revision,rotational,serial,wwn  Model, serial number and path of the disk
node_disk_io_now                             gauge    device                                    Operations under way
node_disk_io_time_seconds_total              counter  device                                    Time with at least one operation under way
node_disk_io_time_weighted_seconds_total     counter  device                                    Time of all operations, those waiting included
node_disk_read_bytes_total                   counter  device                                    Bytes read
node_disk_read_time_seconds_total            counter  device                                    Time of all reads
node_disk_reads_completed_total              counter  device                                    Reads done
node_disk_reads_merged_total                 counter  device                                    Reads merged with a neighbour
node_disk_write_time_seconds_total           counter  device                                    Time of all writes
node_disk_writes_completed_total             counter  device                                    Writes done
node_disk_writes_merged_total                counter  device                                    Writes merged with a neighbour
node_disk_written_bytes_total                counter  device                                    Bytes written

node_dmi_info  gauge  *  Vendor, model and firmware of the machine

node_edac_correctable_errors_total          counter  controller        Memory errors that were corrected
node_edac_csrow_correctable_errors_total    counter  controller,csrow  Memory errors that were corrected, by row
node_edac_csrow_uncorrectable_errors_total  counter  controller,csrow  Memory errors that were not corrected, by row
node_edac_uncorrectable_errors_total        counter  controller        Memory errors that were not corrected

node_entropy_available_bits  gauge:bits  -                                         Entropy in the pool
node_entropy_pool_size_bits  gauge:bits  -                                         Size of the entropy pool
node_exporter_build_info     gauge       branch,goarch,goos,goversion,revision,tags,version  Version of the node exporter itself
node_filefd_allocated        gauge       -                                         Open file handles
node_filefd_maximum          gauge       -                                         Most file handles that may be open

node_filesystem_avail_bytes      gauge  device,device_error,fstype,mountpoint  Free space for ordinary users
node_filesystem_device_error     gauge  device,device_error,fstype,mountpoint  1 if the file system cannot be read
node_filesystem_files            gauge  device,device_error,fstype,mountpoint  Inodes
node_filesystem_files_free       gauge  device,device_error,fstype,mountpoint  Free inodes
node_filesystem_free_bytes       gauge  device,device_error,fstype,mountpoint  Free space, with what is reserved for root
node_filesystem_mount_info       gauge  device,major,minor,mountpoint          Where each device is mounted
node_filesystem_purgeable_bytes  gauge  device,device_error,fstype,mountpoint  Free space with what macOS may purge
node_filesystem_readonly         gauge  device,device_error,fstype,mountpoint  1 if it is mounted for reading only
node_filesystem_size_bytes       gauge  device,device_error,fstype,mountpoint  Size of the file system

node_forks_total  counter  -  Processes and threads started

node_hwmon_chip_names               gauge    chip,chip_name     Names of the sensor chips
node_hwmon_fan_rpm                  gauge    chip,sensor        Speed of the fan in rotations per minute
node_hwmon_in_volts                 gauge    chip,sensor        Voltage
node_hwmon_sensor_label             gauge    chip,label,sensor  Names of the sensors
node_hwmon_temp_celsius             gauge    chip,sensor        Temperature
node_hwmon_temp_crit_alarm_celsius  gauge:-  chip,sensor        1 while the temperature is critical
node_hwmon_temp_crit_celsius        gauge    chip,sensor        Temperature that is critical
node_hwmon_temp_max_celsius         gauge    chip,sensor        Highest temperature that is normal

node_interrupts_total         counter  cpu,devices,info,type  Interrupts by kind and CPU
node_intr_total               counter  -                      Interrupts served
node_kernel_hung_tasks_total  counter  -                      Tasks found hung
node_load1                    gauge    -                      Load average of 1 minute
node_load15                   gauge    -                      Load average of 15 minutes
node_load5                    gauge    -                      Load average of 5 minutes

node_md_blocks          gauge  device        Blocks of the array
node_md_blocks_synced   gauge  device        Blocks that are in sync
node_md_disks           gauge  device,state  Disks of the array by state
node_md_disks_required  gauge  device        Disks that the array needs
node_md_state           gauge  device,state  1 for the state it is in

node_memory_active_bytes             gauge    -  Pages used recently
node_memory_buffer_bytes             gauge    -  Buffers
node_memory_cache_bytes              gauge    -  Page cache
node_memory_compressed_bytes         gauge    -  Compressed memory
node_memory_free_bytes               gauge    -  Free memory
node_memory_inactive_bytes           gauge    -  Pages not used recently
node_memory_internal_bytes           gauge    -  Memory of programs
node_memory_laundry_bytes            gauge    -  Pages to be written
node_memory_purgeable_bytes          gauge    -  Memory that can go
node_memory_size_bytes               gauge    -  Memory
node_memory_swap_in_bytes_total      counter  -  Bytes swapped in
node_memory_swap_out_bytes_total     counter  -  Bytes swapped out
node_memory_swap_size_bytes          gauge    -  Swap
node_memory_swap_total_bytes         gauge    -  Swap
node_memory_swap_used_bytes          gauge    -  Swap in use
node_memory_swapped_in_bytes_total   counter  -  Bytes swapped in
node_memory_swapped_out_bytes_total  counter  -  Bytes swapped out
node_memory_total_bytes              gauge    -  Memory
node_memory_user_wired_bytes         gauge    -  Memory of programs that stays
node_memory_wired_bytes              gauge    -  Memory that stays

node_memory_Active_anon_bytes        gauge  -  Anonymous pages used recently
node_memory_Active_bytes             gauge  -  Pages used recently
node_memory_Active_file_bytes        gauge  -  Page cache used recently
node_memory_AnonHugePages_bytes      gauge  -  Transparent huge pages
node_memory_AnonPages_bytes          gauge  -  Anonymous pages that are mapped
node_memory_Bounce_bytes             gauge  -  Buffers for devices that cannot reach high memory
node_memory_Buffers_bytes            gauge  -  Cache of raw blocks
node_memory_Cached_bytes             gauge  -  Page cache
node_memory_CommitLimit_bytes        gauge  -  Most that may be promised
node_memory_Committed_AS_bytes       gauge  -  Promised to processes
node_memory_DirectMap1G_bytes        gauge  -  Mapped by the kernel in pages of 1 GiB
node_memory_DirectMap2M_bytes        gauge  -  Mapped by the kernel in pages of 2 MiB
node_memory_DirectMap4k_bytes        gauge  -  Mapped by the kernel in pages of 4 KiB
node_memory_Dirty_bytes              gauge  -  Waiting to be written to disk
node_memory_HardwareCorrupted_bytes  gauge  -  Memory that the hardware found broken
node_memory_HugePages_Free           gauge  -  Huge pages that are free
node_memory_HugePages_Rsvd           gauge  -  Huge pages promised, not yet used
node_memory_HugePages_Surp           gauge  -  Huge pages above the configured number
node_memory_HugePages_Total          gauge  -  Huge pages
node_memory_Hugepagesize_bytes       gauge  -  Size of one huge page
node_memory_Inactive_anon_bytes      gauge  -  Anonymous pages not used recently
node_memory_Inactive_bytes           gauge  -  Pages not used recently
node_memory_Inactive_file_bytes      gauge  -  Page cache not used recently
node_memory_KernelStack_bytes        gauge  -  Stacks of the kernel
node_memory_Mapped_bytes             gauge  -  Files mapped into memory
node_memory_MemAvailable_bytes       gauge  -  What new programs can get without swapping
node_memory_MemFree_bytes            gauge  -  Not used for anything, not even as cache
node_memory_MemTotal_bytes           gauge  -  Usable memory
node_memory_Mlocked_bytes            gauge  -  Locked into memory
node_memory_NFS_Unstable_bytes       gauge  -  Sent to NFS servers, not yet on their disks
node_memory_PageTables_bytes         gauge  -  Page tables
node_memory_Percpu_bytes             gauge  -  Kernel memory held for each CPU
node_memory_Shmem_bytes              gauge  -  Shared memory and tmpfs
node_memory_ShmemHugePages_bytes     gauge  -  Shared memory in huge pages
node_memory_ShmemPmdMapped_bytes     gauge  -  Shared memory mapped with huge pages
node_memory_Slab_bytes               gauge  -  Caches of the kernel's own objects
node_memory_SReclaimable_bytes       gauge  -  Slabs that can be given back
node_memory_SUnreclaim_bytes         gauge  -  Slabs that cannot be given back
node_memory_SwapCached_bytes         gauge  -  Read back from swap and still there
node_memory_SwapFree_bytes           gauge  -  Free swap
node_memory_SwapTotal_bytes          gauge  -  Swap
node_memory_Unevictable_bytes        gauge  -  Pages that cannot be swapped out
node_memory_VmallocChunk_bytes       gauge  -  Largest free block for vmalloc
node_memory_VmallocTotal_bytes       gauge  -  Address space for vmalloc
node_memory_VmallocUsed_bytes        gauge  -  Used by vmalloc
node_memory_Writeback_bytes          gauge  -  Being written to disk
node_memory_WritebackTmp_bytes       gauge  -  Written back by FUSE
node_memory_Zswap_bytes              gauge  -  Memory that compressed swap takes
node_memory_Zswapped_bytes           gauge  -  Memory that was compressed into swap

node_netstat_Icmp6_InErrors           unknown        -  ICMPv6 messages received in error
node_netstat_Icmp6_InMsgs             unknown        -  ICMPv6 messages received
node_netstat_Icmp6_OutMsgs            unknown        -  ICMPv6 messages sent
node_netstat_Icmp_InErrors            unknown        -  ICMP messages received in error
node_netstat_Icmp_InMsgs              unknown        -  ICMP messages received
node_netstat_Icmp_OutMsgs             unknown        -  ICMP messages sent
node_netstat_Ip6_InOctets             unknown:bytes  -  IPv6 bytes received
node_netstat_Ip6_OutOctets            unknown:bytes  -  IPv6 bytes sent
node_netstat_Ip_Forwarding            unknown        -  1 if packets are forwarded, 2 if not
node_netstat_IpExt_InOctets           unknown:bytes  -  IPv4 bytes received
node_netstat_IpExt_OutOctets          unknown:bytes  -  IPv4 bytes sent
node_netstat_Tcp_ActiveOpens          unknown        -  Connections opened by this side
node_netstat_Tcp_CurrEstab            unknown        -  Connections that are established (goes up and down)
node_netstat_Tcp_InErrs               unknown        -  Segments received in error
node_netstat_Tcp_InSegs               unknown        -  Segments received
node_netstat_Tcp_OutRsts              unknown        -  Segments sent with RST
node_netstat_Tcp_OutSegs              unknown        -  Segments sent
node_netstat_Tcp_PassiveOpens         unknown        -  Connections opened by the other side
node_netstat_Tcp_RetransSegs          unknown        -  Segments sent again
node_netstat_TcpExt_ListenDrops       unknown        -  Connections dropped by listening sockets
node_netstat_TcpExt_ListenOverflows   unknown        -  Connections dropped since the accept queue was full
node_netstat_TcpExt_SyncookiesFailed  unknown        -  SYN cookies that were wrong
node_netstat_TcpExt_SyncookiesRecv    unknown        -  SYN cookies received
node_netstat_TcpExt_SyncookiesSent    unknown        -  SYN cookies sent
node_netstat_TcpExt_TCPOFOQueue       unknown        -  Segments received out of order
node_netstat_TcpExt_TCPRcvQDrop       unknown        -  Segments dropped since the receive queue was full
node_netstat_TcpExt_TCPSynRetrans     unknown        -  SYN segments sent again
node_netstat_TcpExt_TCPTimeouts       unknown        -  Retransmission timeouts
node_netstat_Udp6_InDatagrams         unknown        -  UDPv6 datagrams received
node_netstat_Udp6_InErrors            unknown        -  UDPv6 datagrams that could not be delivered
node_netstat_Udp6_NoPorts             unknown        -  UDPv6 datagrams to a port without a listener
node_netstat_Udp6_OutDatagrams        unknown        -  UDPv6 datagrams sent
node_netstat_Udp6_RcvbufErrors        unknown        -  UDPv6 datagrams dropped for a full receive buffer
node_netstat_Udp6_SndbufErrors        unknown        -  UDPv6 datagrams dropped for a full send buffer
node_netstat_Udp_InDatagrams          unknown        -  UDP datagrams received
node_netstat_Udp_InErrors             unknown        -  UDP datagrams that could not be delivered
node_netstat_Udp_NoPorts              unknown        -  UDP datagrams to a port without a listener
node_netstat_Udp_OutDatagrams         unknown        -  UDP datagrams sent
node_netstat_Udp_RcvbufErrors         unknown        -  UDP datagrams dropped for a full receive buffer
node_netstat_Udp_SndbufErrors         unknown        -  UDP datagrams dropped for a full send buffer
node_netstat_UdpLite6_InErrors        unknown        -  UDP-Lite v6 datagrams that could not be delivered
node_netstat_UdpLite_InErrors         unknown        -  UDP-Lite datagrams that could not be delivered

node_network_address_assign_type         gauge    device                                    How the address was assigned (number of the kernel)
node_network_carrier                     gauge    device                                    1 while the link is up physically
node_network_carrier_changes_total       counter  device                                    Times the link went up or down
node_network_carrier_down_changes_total  counter  device                                    Times the link went down
node_network_carrier_up_changes_total    counter  device                                    Times the link came up
node_network_device_id                   gauge    device                                    Number that tells devices with one address apart
node_network_dormant                     gauge    device                                    1 while the interface waits, as for authentication
node_network_flags                       gauge    device                                    Flags of the interface (bits of the kernel)
node_network_iface_id                    gauge    device                                    Index of the interface
node_network_iface_link                  gauge    device                                    Index of the interface below it
node_network_iface_link_mode             gauge    device                                    Link mode (number of the kernel)
node_network_info                        gauge    address,adminstate,broadcast,device,duplex,ifalias,operstate  Address and state of the interface
node_network_mtu_bytes                   gauge    device                                    Largest packet
node_network_name_assign_type            gauge    device                                    How the name was assigned (number of the kernel)
node_network_net_dev_group               gauge    device                                    Group of the interface
node_network_protocol_type               gauge    device                                    Protocol of the interface (number of the kernel)
node_network_receive_bytes_total         counter  device                                    Bytes received
node_network_receive_compressed_total    counter  device                                    Compressed packets received
node_network_receive_drop_total          counter  device                                    Packets dropped on receiving
node_network_receive_errs_total          counter  device                                    Packets received in error
node_network_receive_fifo_total          counter  device                                    Packets lost since the receive ring was full
node_network_receive_frame_total         counter  device                                    Packets received with framing errors
node_network_receive_multicast_total     counter  device                                    Multicast packets received
node_network_receive_nohandler_total     counter  device                                    Packets received that nobody handled
node_network_receive_packets_total       counter  device                                    Packets received
node_network_speed_bytes                 gauge    device                                    Speed of the link in bytes per second
node_network_transmit_bytes_total        counter  device                                    Bytes sent
node_network_transmit_carrier_total      counter  device                                    Packets lost for want of a carrier
node_network_transmit_colls_total        counter  device                                    Collisions on sending
node_network_transmit_compressed_total   counter  device                                    Compressed packets sent
node_network_transmit_drop_total         counter  device                                    Packets dropped on sending
node_network_transmit_errs_total         counter  device                                    Packets not sent for an error
node_network_transmit_fifo_total         counter  device                                    Packets lost since the send ring was full
node_network_transmit_packets_total      counter  device                                    Packets sent
node_network_transmit_queue_length       gauge    device                                    Length of the send queue
node_network_up                          gauge    device                                    1 if the interface is up

node_nf_conntrack_entries              gauge   -  Connections that are tracked
node_nf_conntrack_entries_limit        gauge   -  Most connections that can be tracked
node_nf_conntrack_stat_drop            gauge+  -  Packets dropped since tracking failed
node_nf_conntrack_stat_early_drop      gauge+  -  Connections forgotten to make room
node_nf_conntrack_stat_found           gauge+  -  Entries found on a search
node_nf_conntrack_stat_ignore          gauge+  -  Packets of connections already tracked
node_nf_conntrack_stat_insert          gauge+  -  Entries inserted
node_nf_conntrack_stat_insert_failed   gauge+  -  Entries that could not be inserted
node_nf_conntrack_stat_invalid         gauge+  -  Packets that cannot be tracked
node_nf_conntrack_stat_search_restart  gauge+  -  Searches begun again after a resize

node_nfs_connections_total                   counter  -             TCP connections of the NFS client
node_nfs_packets_total                       counter  protocol      Packets of the NFS client
node_nfs_requests_total                      counter  method,proto  Requests of the NFS client
node_nfs_rpc_authentication_refreshes_total  counter  -             Times credentials were renewed
node_nfs_rpc_retransmissions_total           counter  -             Calls sent again
node_nfs_rpcs_total                          counter  -             Calls of the NFS client

node_nfsd_connections_total                 counter        -             TCP connections to the NFS server
node_nfsd_disk_bytes_read_total             counter:bytes  -             Bytes that the NFS server has read
node_nfsd_disk_bytes_written_total          counter:bytes  -             Bytes that the NFS server has written
node_nfsd_file_handles_stale_total          counter        -             File handles that no longer hold
node_nfsd_packets_total                     counter        proto         Packets of the NFS server
node_nfsd_read_ahead_cache_not_found_total  counter        -             Reads that no cache entry helped
node_nfsd_read_ahead_cache_size_blocks      gauge          -             Size of the cache for reads
node_nfsd_reply_cache_hits_total            counter        -             Calls answered from the reply cache
node_nfsd_reply_cache_misses_total          counter        -             Calls not answered from the reply cache
node_nfsd_reply_cache_nocache_total         counter        -             Calls that are never cached
node_nfsd_requests_total                    counter        method,proto  Requests to the NFS server
node_nfsd_rpc_errors_total                  counter        error         Failed calls to the NFS server
node_nfsd_server_rpcs_total                 counter        -             Calls to the NFS server
node_nfsd_server_threads                    gauge          -             Threads of the NFS server

node_nvme_info              gauge  *                                         Model and firmware of the NVMe disk
node_os_info                gauge  build_id,id,id_like,image_id,image_version,name,pretty_name,variant,variant_id,version,version_codename,version_id  Name and version of the operating system
node_os_version             gauge  id,id_like,name                           Version of the operating system as a number
node_power_supply_capacity  gauge  power_supply                              Charge of the battery in percent
node_power_supply_online    gauge  power_supply                              1 while it gives power

node_pressure_cpu_waiting_seconds_total     counter  -  Time in which something waited for the CPU
node_pressure_io_stalled_seconds_total      counter  -  Time in which everything waited for I/O
node_pressure_io_waiting_seconds_total      counter  -  Time in which something waited for I/O
node_pressure_irq_stalled_seconds_total     counter  -  Time in which everything waited for interrupts
node_pressure_memory_stalled_seconds_total  counter  -  Time in which everything waited for memory
node_pressure_memory_waiting_seconds_total  counter  -  Time in which something waited for memory

node_processes_max_processes  gauge  -      Most processes that may exist
node_processes_max_threads    gauge  -      Most threads that may exist
node_processes_pids           gauge  -      Processes that exist
node_processes_state          gauge  state  Processes by state
node_processes_threads        gauge  -      Threads that exist

node_procs_blocked  gauge  -  Processes waiting for I/O
node_procs_running  gauge  -  Processes that run or could

node_schedstat_running_seconds_total  counter  cpu  Time in which the CPU ran processes
node_schedstat_timeslices_total       counter  cpu  Time slices that the CPU ran
node_schedstat_waiting_seconds_total  counter  cpu  Time in which processes waited for the CPU

node_scrape_collector_duration_seconds  gauge  collector  How long each collector took
node_scrape_collector_success           gauge  collector  1 if the collector succeeded
node_selinux_enabled                    gauge  -          1 if SELinux is enabled

node_sockstat_FRAG6_inuse     gauge  -  IPv6 packets being reassembled
node_sockstat_FRAG6_memory    gauge  -  Memory for reassembling IPv6 packets
node_sockstat_FRAG_inuse      gauge  -  IPv4 packets being reassembled
node_sockstat_FRAG_memory     gauge  -  Memory for reassembling IPv4 packets
node_sockstat_RAW6_inuse      gauge  -  Raw IPv6 sockets
node_sockstat_RAW_inuse       gauge  -  Raw sockets
node_sockstat_sockets_used    gauge  -  Sockets of every kind
node_sockstat_TCP6_inuse      gauge  -  TCPv6 sockets
node_sockstat_TCP_alloc       gauge  -  TCP sockets allocated in any state
node_sockstat_TCP_inuse       gauge  -  TCP sockets
node_sockstat_TCP_mem         gauge  -  Memory for TCP, in pages
node_sockstat_TCP_mem_bytes   gauge  -  Memory for TCP
node_sockstat_TCP_orphan      gauge  -  TCP sockets that no process holds
node_sockstat_TCP_tw          gauge  -  TCP sockets in TIME_WAIT
node_sockstat_UDP6_inuse      gauge  -  UDPv6 sockets
node_sockstat_UDP_inuse       gauge  -  UDP sockets
node_sockstat_UDP_mem         gauge  -  Memory for UDP, in pages
node_sockstat_UDP_mem_bytes   gauge  -  Memory for UDP
node_sockstat_UDPLITE6_inuse  gauge  -  UDP-Lite v6 sockets
node_sockstat_UDPLITE_inuse   gauge  -  UDP-Lite sockets

node_softirqs_functions_total  counter  cpu,type  Soft interrupts by kind and CPU
node_softirqs_total            counter  vector    Soft interrupts by kind

node_softnet_backlog_len             gauge    cpu  Packets in the backlog of the CPU
node_softnet_cpu_collision_total     counter  cpu  Collisions on taking the lock for sending
node_softnet_dropped_total           counter  cpu  Packets dropped since the backlog was full
node_softnet_flow_limit_count_total  counter  cpu  Times the flow limit was reached
node_softnet_processed_total         counter  cpu  Packets processed
node_softnet_received_rps_total      counter  cpu  Times the CPU was woken to receive for another
node_softnet_times_squeezed_total    counter  cpu  Times work was left over when the budget ended

node_systemd_service_restart_total  counter        name             Restarts of the service
node_systemd_unit_state             gauge          name,state,type  1 for the state it is in
node_textfile_mtime_seconds         gauge          file             When the text file was last changed
node_textfile_scrape_error          gauge          -                1 if a text file cannot be read
node_thermal_zone_temp              gauge:celsius  type,zone        Temperature in degrees Celsius

node_time_clocksource_available_info  gauge  clocksource,device  Clocks that the kernel could use
node_time_clocksource_current_info    gauge  clocksource,device  Clock that the kernel uses
node_time_seconds                     gauge  -                   Time of the machine, since 1970
node_time_zone_offset_seconds         gauge  time_zone           Offset of its time zone from UTC

node_timex_estimated_error_seconds       gauge    -  Error of the clock, estimated
node_timex_frequency_adjustment_ratio    gauge    -  Correction of the clock's speed
node_timex_loop_time_constant            gauge    -  Time constant of the clock's control loop
node_timex_maxerror_seconds              gauge    -  Largest error the clock can have
node_timex_offset_seconds                gauge    -  Offset of the clock from its reference
node_timex_pps_calibration_total         counter  -  Calibrations by the pulse per second
node_timex_pps_error_total               counter  -  Calibrations by the pulse per second that failed
node_timex_pps_frequency_hertz           gauge    -  Frequency of the pulse per second
node_timex_pps_jitter_seconds            gauge    -  Jitter of the pulse per second
node_timex_pps_jitter_total              counter  -  Times the jitter was too large
node_timex_pps_shift_seconds             gauge    -  Interval of calibration by the pulse per second
node_timex_pps_stability_exceeded_total  counter  -  Times the stability was too poor
node_timex_pps_stability_hertz           gauge    -  How much the pulse per second drifts
node_timex_status                        gauge    -  Status of the clock (bits of the kernel)
node_timex_sync_status                   gauge    -  1 if the clock follows a reliable server
node_timex_tai_offset_seconds            gauge    -  Offset of atomic time from UTC
node_timex_tick_seconds                  gauge    -  Time between ticks

node_udp_queues  gauge:bytes  ip,queue                                  Memory in the queues of UDP sockets
node_uname_info  gauge        domainname,machine,nodename,release,sysname,version  Kernel, architecture and host name

node_vmstat_oom_kill    unknown  -  Processes killed for want of memory
node_vmstat_pgfault     unknown  -  Page faults
node_vmstat_pgmajfault  unknown  -  Page faults that had to read from disk
node_vmstat_pgpgin      unknown  -  Kibibytes read from disk
node_vmstat_pgpgout     unknown  -  Kibibytes written to disk
node_vmstat_pswpin      unknown  -  Pages read from swap
node_vmstat_pswpout     unknown  -  Pages written to swap
`,
};
