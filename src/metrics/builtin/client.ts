import type { MetricTable } from "./table.js";

/**
 * What client libraries give of their own process; go_* and promhttp_* come from the one for Go alone.
 * Sources: https://prometheus.io/docs/instrumenting/writing_clientlibs/#standard-and-runtime-collectors,
 * https://github.com/prometheus/client_golang/tree/main/prometheus.
 */
export const clientLibraries: MetricTable = {
  source: "client library",
  shared: ["go", "process", "promhttp"],
  rows: `
go_gc_cleanups_executed_cleanups_total      counter    -  Cleanup functions that ran
go_gc_cleanups_queued_cleanups_total        counter    -  Cleanup functions that were queued
go_gc_cycles_automatic_gc_cycles_total      counter    -  Collections that the runtime started
go_gc_cycles_forced_gc_cycles_total         counter    -  Collections that the program asked for
go_gc_cycles_total_gc_cycles_total          counter    -  Garbage collections
go_gc_duration_seconds                      summary    -  How long garbage collection stopped the program
go_gc_finalizers_executed_finalizers_total  counter    -  Finalizers that ran
go_gc_finalizers_queued_finalizers_total    counter    -  Finalizers that were queued
go_gc_gogc_percent                          gauge      -  Growth of the heap that starts a collection (GOGC)
go_gc_gomemlimit_bytes                      gauge      -  Memory limit of the runtime (GOMEMLIMIT)
go_gc_heap_allocs_by_size_bytes             histogram  -  Sizes of the objects allocated
go_gc_heap_allocs_bytes_total               counter    -  Bytes allocated on the heap
go_gc_heap_allocs_objects_total             counter    -  Objects allocated on the heap
go_gc_heap_frees_by_size_bytes              histogram  -  Sizes of the objects freed
go_gc_heap_frees_bytes_total                counter    -  Bytes freed on the heap
go_gc_heap_frees_objects_total              counter    -  Objects freed on the heap
go_gc_heap_goal_bytes                       gauge      -  Size of the heap at which the cycle is to end
go_gc_heap_live_bytes                       gauge      -  Heap that the last collection found in use
go_gc_heap_objects_objects                  gauge      -  Objects on the heap
go_gc_heap_tiny_allocs_objects_total        counter    -  Tiny objects packed into blocks
go_gc_limiter_last_enabled_gc_cycle         gauge      -  Cycle in which the CPU limit of collection last took effect
go_gc_pauses_seconds                        histogram  -  Pauses of the program by collection
go_gc_scan_globals_bytes                    gauge      -  Global variables to scan
go_gc_scan_heap_bytes                       gauge      -  Heap to scan
go_gc_scan_stack_bytes                      gauge      -  Stacks scanned in the last cycle
go_gc_scan_total_bytes                      gauge      -  All that is to scan
go_gc_stack_starting_size_bytes             gauge      -  Size of a new goroutine's stack

go_goroutines  gauge  -        Goroutines that exist
go_info        gauge  version  Version of Go

go_memstats_alloc_bytes           gauge    -  Heap in use by objects
go_memstats_alloc_bytes_total     counter  -  Bytes allocated on the heap
go_memstats_buck_hash_sys_bytes   gauge    -  Memory of the profiler's tables
go_memstats_frees_total           counter  -  Objects freed on the heap
go_memstats_gc_sys_bytes          gauge    -  Memory of the collector's own data
go_memstats_heap_alloc_bytes      gauge    -  Heap in use by objects
go_memstats_heap_idle_bytes       gauge    -  Heap in spans without objects
go_memstats_heap_inuse_bytes      gauge    -  Heap in spans with objects
go_memstats_heap_objects          gauge    -  Objects on the heap
go_memstats_heap_released_bytes   gauge    -  Heap given back to the system
go_memstats_heap_sys_bytes        gauge    -  Heap taken from the system
go_memstats_last_gc_time_seconds  gauge    -  When the last collection ended, since 1970
go_memstats_mallocs_total         counter  -  Objects allocated on the heap
go_memstats_mcache_inuse_bytes    gauge    -  Caches of the allocator in use
go_memstats_mcache_sys_bytes      gauge    -  Caches of the allocator
go_memstats_mspan_inuse_bytes     gauge    -  Span records of the allocator in use
go_memstats_mspan_sys_bytes       gauge    -  Span records of the allocator
go_memstats_next_gc_bytes         gauge    -  Size of the heap at which the next cycle is to end
go_memstats_other_sys_bytes       gauge    -  Memory of the runtime for other things
go_memstats_stack_inuse_bytes     gauge    -  Stacks in use
go_memstats_stack_sys_bytes       gauge    -  Stacks taken from the system
go_memstats_sys_bytes             gauge    -  All memory taken from the system

go_sched_gomaxprocs_threads                   gauge      -  Threads that may run Go code at once (GOMAXPROCS)
go_sched_goroutines_created_goroutines_total  counter    -  Goroutines started
go_sched_goroutines_goroutines                gauge      -  Goroutines that exist
go_sched_goroutines_not_in_go_goroutines      gauge      -  Goroutines in system calls or C code
go_sched_goroutines_runnable_goroutines       gauge      -  Goroutines that could run but do not
go_sched_goroutines_running_goroutines        gauge      -  Goroutines that run
go_sched_goroutines_waiting_goroutines        gauge      -  Goroutines that wait for something
go_sched_latencies_seconds                    histogram  -  How long goroutines waited before they ran
go_sched_pauses_stopping_gc_seconds           histogram  -  Time until all goroutines stood still for a collection
go_sched_pauses_stopping_other_seconds        histogram  -  Time until all goroutines stood still for another reason
go_sched_pauses_total_gc_seconds              histogram  -  Pauses of the program by collection
go_sched_pauses_total_other_seconds           histogram  -  Pauses of the program for another reason
go_sched_threads_total_threads                gauge      -  Threads of the runtime

go_sync_mutex_wait_total_seconds_total  counter  -  Time that goroutines waited for locks
go_threads                              gauge    -  Threads of the system

process_cpu_seconds_total             counter  -  CPU time of the process
process_max_fds                       gauge    -  Most files it may open
process_network_receive_bytes_total   counter  -  Bytes received in its network namespace
process_network_transmit_bytes_total  counter  -  Bytes sent in its network namespace
process_open_fds                      gauge    -  Files that are open
process_resident_memory_bytes         gauge    -  Memory in RAM
process_start_time_seconds            gauge    -  When the process started, since 1970
process_virtual_memory_bytes          gauge    -  Address space in use
process_virtual_memory_max_bytes      gauge    -  Most address space it may use

promhttp_metric_handler_errors_total        counter  cause  Errors in serving /metrics
promhttp_metric_handler_requests_in_flight  gauge    -      Scrapes being served
promhttp_metric_handler_requests_total      counter  code   Scrapes served by HTTP status
`,
};
