import type { MetricTable } from "./table.js";

/**
 * What Prometheus 3 gives of itself; some only where what they count is configured.
 * Sources: the /metrics of a server of version 3.5 with remote storage, rules and alerts,
 * https://github.com/prometheus/prometheus/blob/main/storage/remote/queue_manager.go.
 */
export const prometheus: MetricTable = {
  source: "prometheus",
  own: ["prometheus"],
  shared: ["net"],
  rows: `
net_conntrack_dialer_conn_attempted_total                     counter                 dialer_name
net_conntrack_dialer_conn_closed_total                        counter                 dialer_name
net_conntrack_dialer_conn_established_total                   counter                 dialer_name
net_conntrack_dialer_conn_failed_total                        counter                 dialer_name,reason
net_conntrack_listener_conn_accepted_total                    counter                 listener_name
net_conntrack_listener_conn_closed_total                      counter                 listener_name
prometheus_api_notification_active_subscribers                gauge                   -
prometheus_api_notification_updates_dropped_total             counter                 -
prometheus_api_notification_updates_sent_total                counter                 -
prometheus_api_remote_read_queries                            gauge                   *
prometheus_build_info                                         gauge                   branch,goarch,goos,goversion,revision,tags,version  Version of Prometheus
prometheus_config_last_reload_success_timestamp_seconds       gauge                   -  When the configuration was last read well, since 1970
prometheus_config_last_reload_successful                      gauge                   -  1 if the last reload of the configuration worked
prometheus_engine_queries                                     gauge                   -  Queries that run or wait
prometheus_engine_queries_concurrent_max                      gauge                   -  Most queries that may run at once
prometheus_engine_query_duration_seconds                      summary                 slice  Time of queries by step of their evaluation
prometheus_engine_query_log_enabled                           gauge                   -
prometheus_engine_query_log_failures_total                    counter                 -
prometheus_engine_query_samples_total                         counter                 -
prometheus_http_request_duration_seconds                      histogram               handler  Duration of HTTP requests
prometheus_http_requests_total                                counter                 code,handler  HTTP requests by handler and status
prometheus_http_response_size_bytes                           histogram               handler
prometheus_notifications_alertmanagers_discovered             gauge                   -  Alertmanagers that are known and in use
prometheus_notifications_dropped_total                        counter                 -
prometheus_notifications_errors_total                         counter                 alertmanager
prometheus_notifications_latency_seconds                      summary                 alertmanager
prometheus_notifications_queue_capacity                       gauge                   -
prometheus_notifications_queue_length                         gauge                   -
prometheus_notifications_sent_total                           counter                 alertmanager
prometheus_ready                                              gauge                   -  1 once the server is ready for requests
prometheus_remote_read_client_queries                         gauge                   remote_name,url
prometheus_remote_read_handler_queries                        gauge                   -
prometheus_remote_storage_bytes_total                         counter                 remote_name,url
prometheus_remote_storage_dropped_samples_total               counter                 *
prometheus_remote_storage_enqueue_retries_total               counter                 remote_name,url
prometheus_remote_storage_exemplars_dropped_total             counter                 reason,remote_name,url
prometheus_remote_storage_exemplars_failed_total              counter                 remote_name,url
prometheus_remote_storage_exemplars_in_total                  counter                 -
prometheus_remote_storage_exemplars_pending                   gauge                   remote_name,url
prometheus_remote_storage_exemplars_retried_total             counter                 remote_name,url
prometheus_remote_storage_exemplars_total                     counter                 remote_name,url
prometheus_remote_storage_failed_samples_total                counter                 *
prometheus_remote_storage_highest_timestamp_in_seconds        gauge                   -
prometheus_remote_storage_histograms_dropped_total            counter                 reason,remote_name,url
prometheus_remote_storage_histograms_failed_total             counter                 remote_name,url
prometheus_remote_storage_histograms_in_total                 counter                 -
prometheus_remote_storage_histograms_pending                  gauge                   remote_name,url
prometheus_remote_storage_histograms_retried_total            counter                 remote_name,url
prometheus_remote_storage_histograms_total                    counter                 remote_name,url
prometheus_remote_storage_max_samples_per_send                gauge                   remote_name,url
prometheus_remote_storage_metadata_bytes_total                counter                 remote_name,url
prometheus_remote_storage_metadata_failed_total               counter                 remote_name,url
prometheus_remote_storage_metadata_retried_total              counter                 remote_name,url
prometheus_remote_storage_metadata_total                      counter                 remote_name,url
prometheus_remote_storage_pending_samples                     gauge                   *
prometheus_remote_storage_queue_highest_sent_timestamp_seconds  gauge                   remote_name,url
prometheus_remote_storage_queue_highest_timestamp_seconds     gauge                   remote_name,url
prometheus_remote_storage_retried_samples_total               counter                 *
prometheus_remote_storage_samples_dropped_total               counter                 reason,remote_name,url
prometheus_remote_storage_samples_failed_total                counter                 remote_name,url
prometheus_remote_storage_samples_in_total                    counter                 -
prometheus_remote_storage_samples_pending                     gauge                   remote_name,url
prometheus_remote_storage_samples_retried_total               counter                 remote_name,url
prometheus_remote_storage_samples_total                       counter                 remote_name,url
prometheus_remote_storage_sent_batch_duration_seconds         histogram               remote_name,url
prometheus_remote_storage_shard_capacity                      gauge                   remote_name,url
prometheus_remote_storage_shards                              gauge                   remote_name,url
prometheus_remote_storage_shards_desired                      gauge                   remote_name,url
prometheus_remote_storage_shards_max                          gauge                   remote_name,url
prometheus_remote_storage_shards_min                          gauge                   remote_name,url
prometheus_remote_storage_string_interner_zero_reference_releases_total  counter                 -
prometheus_remote_storage_succeeded_samples_total             counter                 *
prometheus_rule_evaluation_duration_seconds                   summary                 -
prometheus_rule_evaluation_failures_total                     counter                 rule_group  Evaluations of rules that failed
prometheus_rule_evaluations_total                             counter                 rule_group  Evaluations of rules
prometheus_rule_group_duration_seconds                        summary                 -
prometheus_rule_group_interval_seconds                        gauge                   rule_group  How often the group is evaluated
prometheus_rule_group_iterations_missed_total                 counter                 rule_group  Evaluations of the group that were left out since the one before was slow
prometheus_rule_group_iterations_total                        counter                 rule_group  Evaluations of the group that were due, missed ones among them
prometheus_rule_group_last_duration_seconds                   gauge                   rule_group  How long the last evaluation of the group took
prometheus_rule_group_last_evaluation_samples                 gauge                   rule_group
prometheus_rule_group_last_evaluation_timestamp_seconds       gauge                   rule_group
prometheus_rule_group_last_restore_duration_seconds           gauge                   rule_group
prometheus_rule_group_last_rule_duration_sum_seconds          gauge                   rule_group
prometheus_rule_group_rules                                   gauge                   rule_group  Rules in the group
prometheus_sd_azure_cache_hit_total                           counter                 *
prometheus_sd_azure_failures_total                            counter                 *
prometheus_sd_consul_rpc_duration_seconds                     summary                 call,endpoint
prometheus_sd_consul_rpc_failures_total                       counter                 *
prometheus_sd_discovered_targets                              gauge                   config,name
prometheus_sd_dns_lookup_failures_total                       counter                 -
prometheus_sd_dns_lookups_total                               counter                 -
prometheus_sd_failed_configs                                  gauge                   name
prometheus_sd_file_mtime_seconds                              gauge                   filename
prometheus_sd_file_read_errors_total                          counter                 -
prometheus_sd_file_scan_duration_seconds                      summary                 -
prometheus_sd_file_watcher_errors_total                       counter                 -
prometheus_sd_http_failures_total                             counter                 -
prometheus_sd_kubernetes_events_total                         counter                 event,role
prometheus_sd_kubernetes_failures_total                       counter                 -
prometheus_sd_kuma_fetch_duration_seconds                     summary                 *
prometheus_sd_kuma_fetch_failures_total                       counter                 *
prometheus_sd_kuma_fetch_skipped_updates_total                counter                 *
prometheus_sd_linode_failures_total                           counter                 -
prometheus_sd_nomad_failures_total                            counter                 *
prometheus_sd_received_updates_total                          counter                 name
prometheus_sd_refresh_duration_seconds                        summary                 *
prometheus_sd_refresh_failures_total                          counter                 *
prometheus_sd_updates_delayed_total                           counter                 name
prometheus_sd_updates_total                                   counter                 name
prometheus_target_interval_length_seconds                     summary                 interval
prometheus_target_metadata_cache_bytes                        gauge                   scrape_job
prometheus_target_metadata_cache_entries                      gauge                   scrape_job
prometheus_target_scrape_pool_exceeded_label_limits_total     counter                 -
prometheus_target_scrape_pool_exceeded_target_limit_total     counter                 -
prometheus_target_scrape_pool_reloads_failed_total            counter                 -
prometheus_target_scrape_pool_reloads_total                   counter                 -
prometheus_target_scrape_pool_symboltable_items               gauge                   scrape_job
prometheus_target_scrape_pool_sync_total                      counter                 scrape_job
prometheus_target_scrape_pool_target_limit                    gauge                   scrape_job
prometheus_target_scrape_pool_targets                         gauge                   scrape_job  Targets of the scrape pool
prometheus_target_scrape_pools_failed_total                   counter                 -
prometheus_target_scrape_pools_total                          counter                 -
prometheus_target_scrapes_cache_flush_forced_total            counter                 -
prometheus_target_scrapes_exceeded_body_size_limit_total      counter                 -
prometheus_target_scrapes_exceeded_native_histogram_bucket_limit_total  counter                 -
prometheus_target_scrapes_exceeded_sample_limit_total         counter                 -
prometheus_target_scrapes_exemplar_out_of_order_total         counter                 -
prometheus_target_scrapes_sample_duplicate_timestamp_total    counter                 -
prometheus_target_scrapes_sample_out_of_bounds_total          counter                 -
prometheus_target_scrapes_sample_out_of_order_total           counter                 -  Samples rejected since a newer one was there
prometheus_target_sync_failed_total                           counter                 scrape_job
prometheus_target_sync_length_seconds                         summary                 scrape_job
prometheus_template_text_expansion_failures_total             counter                 -
prometheus_template_text_expansions_total                     counter                 -
prometheus_treecache_watcher_goroutines                       gauge                   -
prometheus_treecache_zookeeper_failures_total                 counter                 -
prometheus_tsdb_blocks_loaded                                 gauge                   -  Blocks on disk that are in use
prometheus_tsdb_checkpoint_creations_failed_total             counter                 -
prometheus_tsdb_checkpoint_creations_total                    counter                 -
prometheus_tsdb_checkpoint_deletions_failed_total             counter                 -
prometheus_tsdb_checkpoint_deletions_total                    counter                 -
prometheus_tsdb_clean_start                                   gauge                   -
prometheus_tsdb_compaction_chunk_range                        histogram:milliseconds  *
prometheus_tsdb_compaction_chunk_range_seconds                histogram               -
prometheus_tsdb_compaction_chunk_samples                      histogram               -
prometheus_tsdb_compaction_chunk_size_bytes                   histogram               -
prometheus_tsdb_compaction_duration_seconds                   histogram               -
prometheus_tsdb_compaction_populating_block                   gauge                   -
prometheus_tsdb_compactions_failed_total                      counter                 -  Failed compactions
prometheus_tsdb_compactions_skipped_total                     counter                 -
prometheus_tsdb_compactions_total                             counter                 -  Compactions
prometheus_tsdb_compactions_triggered_total                   counter                 -
prometheus_tsdb_data_replay_duration_seconds                  gauge                   -
prometheus_tsdb_exemplar_exemplars_appended_total             counter                 -
prometheus_tsdb_exemplar_exemplars_in_storage                 gauge                   -
prometheus_tsdb_exemplar_last_exemplars_timestamp_seconds     gauge                   -
prometheus_tsdb_exemplar_max_exemplars                        gauge                   -
prometheus_tsdb_exemplar_out_of_order_exemplars_total         counter                 -
prometheus_tsdb_exemplar_series_with_exemplars_in_storage     gauge                   -
prometheus_tsdb_head_active_appenders                         gauge                   -
prometheus_tsdb_head_chunks                                   gauge                   -  Chunks in the head block
prometheus_tsdb_head_chunks_created_total                     counter                 -
prometheus_tsdb_head_chunks_removed_total                     counter                 -
prometheus_tsdb_head_chunks_storage_size_bytes                gauge                   -
prometheus_tsdb_head_gc_duration_seconds                      summary                 -
prometheus_tsdb_head_max_time                                 gauge:milliseconds      -
prometheus_tsdb_head_max_time_seconds                         gauge                   -
prometheus_tsdb_head_min_time                                 gauge:milliseconds      -
prometheus_tsdb_head_min_time_seconds                         gauge                   -
prometheus_tsdb_head_out_of_order_samples_appended_total      counter                 type
prometheus_tsdb_head_samples_appended_total                   counter                 type  Samples appended
prometheus_tsdb_head_series                                   gauge                   -  Series in the head block
prometheus_tsdb_head_series_created_total                     counter                 -  Series created in the head block
prometheus_tsdb_head_series_not_found_total                   counter                 -
prometheus_tsdb_head_series_removed_total                     counter                 -
prometheus_tsdb_head_truncations_failed_total                 counter                 -
prometheus_tsdb_head_truncations_total                        counter                 -
prometheus_tsdb_isolation_high_watermark                      gauge                   -
prometheus_tsdb_isolation_low_watermark                       gauge                   -
prometheus_tsdb_lowest_timestamp                              gauge:milliseconds      -
prometheus_tsdb_lowest_timestamp_seconds                      gauge                   -  Time of the oldest sample in the database, since 1970
prometheus_tsdb_mmap_chunk_corruptions_total                  counter                 -
prometheus_tsdb_mmap_chunks_total                             counter                 -
prometheus_tsdb_out_of_bound_samples_total                    counter                 type
prometheus_tsdb_out_of_order_samples_total                    counter                 type
prometheus_tsdb_reloads_failures_total                        counter                 -  Failed reloads of the blocks on disk
prometheus_tsdb_reloads_total                                 counter                 -
prometheus_tsdb_retention_limit_bytes                         gauge                   -
prometheus_tsdb_retention_limit_seconds                       gauge                   -
prometheus_tsdb_size_retentions_total                         counter                 -
prometheus_tsdb_snapshot_replay_error_total                   counter                 -
prometheus_tsdb_storage_blocks_bytes                          gauge                   -  Bytes of the blocks on disk
prometheus_tsdb_symbol_table_size_bytes                       gauge                   -
prometheus_tsdb_time_retentions_total                         counter                 -
prometheus_tsdb_tombstone_cleanup_seconds                     histogram               -
prometheus_tsdb_too_old_samples_total                         counter                 type
prometheus_tsdb_vertical_compactions_total                    counter                 -
prometheus_tsdb_wal_completed_pages_total                     counter                 -
prometheus_tsdb_wal_corruptions_total                         counter                 -  Damages found in the write-ahead log
prometheus_tsdb_wal_fsync_duration_seconds                    summary                 -
prometheus_tsdb_wal_page_flushes_total                        counter                 -
prometheus_tsdb_wal_record_bytes_saved_total                  counter                 compression
prometheus_tsdb_wal_record_part_writes_total                  counter                 -
prometheus_tsdb_wal_record_parts_bytes_written_total          counter                 -
prometheus_tsdb_wal_segment_current                           gauge                   -  Segment to which the write-ahead log is written
prometheus_tsdb_wal_storage_size_bytes                        gauge                   -
prometheus_tsdb_wal_truncate_duration_seconds                 summary                 -
prometheus_tsdb_wal_truncations_failed_total                  counter                 -
prometheus_tsdb_wal_truncations_total                         counter                 -
prometheus_tsdb_wal_writes_failed_total                       counter                 -
prometheus_wal_watcher_current_segment                        gauge                   consumer
prometheus_wal_watcher_notifications_skipped_total            counter                 consumer
prometheus_wal_watcher_record_decode_failures_total           counter                 consumer
prometheus_wal_watcher_records_read_total                     counter                 consumer,type
prometheus_wal_watcher_samples_sent_pre_tailing_total         counter                 consumer
prometheus_web_federation_errors_total                        counter                 -
prometheus_web_federation_warnings_total                      counter                 -
`,
};
