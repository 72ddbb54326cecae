import type { MetricTable } from "./table.js";

/**
 * What the API server of Kubernetes gives.
 * Source: https://kubernetes.io/docs/reference/instrumentation/metrics/.
 */
export const kubeApiserver: MetricTable = {
  source: "kube-apiserver",
  own: ["apiserver"],
  shared: [
    "aggregator",
    "apiextensions",
    "authenticated",
    "authentication",
    "authorization",
    "cloud",
    "etcd",
    "field",
    "kube",
    "node",
    "pod",
    "serviceaccount",
    "watch",
  ],
  rows: `
aggregator_discovery_aggregation_count_total                 counter        -
aggregator_openapi_v2_regeneration_count                     counter        apiservice,reason
aggregator_openapi_v2_regeneration_duration                  gauge:seconds  reason
aggregator_unavailable_apiservice                            gauge          name  1 if the server behind an API group does not answer
aggregator_unavailable_apiservice_total                      counter        name,reason
apiextensions_apiserver_validation_ratcheting_seconds        histogram      -
apiextensions_openapi_v2_regeneration_count                  counter        crd,reason
apiextensions_openapi_v3_regeneration_count                  counter        crd,group,reason,version
authenticated_user_requests                                  counter        username
authentication_attempts                                      counter        result
authentication_duration_seconds                              histogram      result
authentication_token_cache_active_fetch_count                gauge          status
authentication_token_cache_fetch_total                       counter        status
authentication_token_cache_request_duration_seconds          histogram      status
authentication_token_cache_request_total                     counter        status
authorization_attempts_total                                 counter        result
authorization_duration_seconds                               histogram      result
cloud_provider_webhook_request_duration_seconds              histogram      code,webhook
cloud_provider_webhook_request_total                         counter        code,webhook
etcd_bookmark_counts                                         gauge          resource
etcd_lease_object_counts                                     histogram      -
etcd_request_duration_seconds                                histogram      operation,type  Duration of requests to etcd
etcd_request_errors_total                                    counter        operation,type  Failed requests to etcd
etcd_requests_total                                          counter        operation,type  Requests to etcd
etcd_version_info                                            gauge          binary_version
field_validation_request_duration_seconds                    histogram      field_validation
kube_apiserver_clusterip_allocator_allocated_ips             gauge          cidr
kube_apiserver_clusterip_allocator_allocation_errors_total   counter        cidr,scope
kube_apiserver_clusterip_allocator_allocation_total          counter        cidr,scope
kube_apiserver_clusterip_allocator_available_ips             gauge          cidr
kube_apiserver_nodeport_allocator_allocated_ports            gauge          -
kube_apiserver_nodeport_allocator_allocation_errors_total    counter        scope
kube_apiserver_nodeport_allocator_allocation_total           counter        scope
kube_apiserver_nodeport_allocator_available_ports            gauge          -
kube_apiserver_pod_logs_backend_tls_failure_total            counter        -
kube_apiserver_pod_logs_insecure_backend_total               counter        usage
kube_apiserver_pod_logs_pods_logs_backend_tls_failure_total  counter        -
kube_apiserver_pod_logs_pods_logs_insecure_backend_total     counter        usage
node_authorizer_graph_actions_duration_seconds               histogram      operation
pod_security_errors_total                                    counter        fatal,request_operation,resource,subresource
pod_security_evaluations_total                               counter        decision,mode,policy_level,policy_version,request_operation,resource,subresource
pod_security_exemptions_total                                counter        request_operation,resource,subresource
serviceaccount_invalid_legacy_auto_token_uses_total          counter        -
serviceaccount_legacy_auto_token_uses_total                  counter        -
serviceaccount_legacy_manual_token_uses_total                counter        -
serviceaccount_legacy_tokens_total                           counter        -
serviceaccount_stale_tokens_total                            counter        -
serviceaccount_valid_tokens_total                            counter        -
watch_cache_capacity                                         gauge          resource
watch_cache_capacity_decrease_total                          counter        resource
watch_cache_capacity_increase_total                          counter        resource

apiserver_admission_controller_admission_duration_seconds     histogram        name,operation,rejected,type
apiserver_admission_match_condition_evaluation_errors_total   counter          kind,name,operation,type
apiserver_admission_match_condition_evaluation_seconds        histogram        kind,name,operation,type
apiserver_admission_match_condition_exclusions_total          counter          kind,name,operation,type
apiserver_admission_step_admission_duration_seconds           histogram        operation,rejected,type
apiserver_admission_step_admission_duration_seconds_summary   summary:seconds  operation,rejected,type
apiserver_admission_webhook_admission_duration_seconds        histogram        name,operation,rejected,type  Time that a webhook took
apiserver_admission_webhook_fail_open_count                   counter          name,type
apiserver_admission_webhook_rejection_count                   counter          error_type,name,operation,rejection_code,type
apiserver_admission_webhook_request_total                     counter          code,name,operation,rejected,type
apiserver_audit_error_total                                   counter          plugin
apiserver_audit_event_total                                   counter          -
apiserver_audit_level_total                                   counter          level
apiserver_audit_requests_rejected_total                       counter          -
apiserver_authentication_config_controller_automatic_reload_last_timestamp_seconds  gauge            apiserver_id_hash,status
apiserver_authentication_config_controller_automatic_reloads_total  counter          apiserver_id_hash,status
apiserver_authentication_jwt_authenticator_latency_seconds    histogram        jwt_issuer_hash,result
apiserver_authorization_config_controller_automatic_reload_last_timestamp_seconds  gauge            apiserver_id_hash,status
apiserver_authorization_config_controller_automatic_reloads_total  counter          apiserver_id_hash,status
apiserver_authorization_decisions_total                       counter          decision,name,type
apiserver_authorization_match_condition_evaluation_errors_total  counter          name,type
apiserver_authorization_match_condition_evaluation_seconds    histogram        name,type
apiserver_authorization_match_condition_exclusions_total      counter          name,type
apiserver_authorization_webhook_duration_seconds              histogram        name,result
apiserver_authorization_webhook_evaluations_fail_open_total   counter          name,result
apiserver_authorization_webhook_evaluations_total             counter          name,result
apiserver_cache_list_fetched_objects_total                    counter          *
apiserver_cache_list_returned_objects_total                   counter          *
apiserver_cache_list_total                                    counter          *
apiserver_cel_compilation_duration_seconds                    histogram        -
apiserver_cel_evaluation_duration_seconds                     histogram        -
apiserver_certificates_registry_csr_honored_duration_total    counter          signerName
apiserver_certificates_registry_csr_requested_duration_total  counter          signerName
apiserver_client_certificate_expiration_seconds               histogram        -
apiserver_clusterip_repair_ip_errors_total                    counter          type
apiserver_clusterip_repair_reconcile_errors_total             counter          -
apiserver_conversion_webhook_duration_seconds                 histogram        failure_type,result
apiserver_conversion_webhook_request_total                    counter          failure_type,result
apiserver_crd_conversion_webhook_duration_seconds             histogram        crd_name,from_version,succeeded,to_version
apiserver_current_inflight_requests                           gauge            request_kind  Most requests in progress within the last second
apiserver_current_inqueue_requests                            gauge            request_kind
apiserver_delegated_authn_request_duration_seconds            histogram        code
apiserver_delegated_authn_request_total                       counter          code
apiserver_delegated_authz_request_duration_seconds            histogram        code
apiserver_delegated_authz_request_total                       counter          code
apiserver_dropped_requests_total                              counter          request_kind
apiserver_egress_dialer_dial_duration_seconds                 histogram        protocol,transport
apiserver_egress_dialer_dial_failure_count                    counter          protocol,stage,transport
apiserver_egress_dialer_dial_start_total                      counter          protocol,transport
apiserver_encryption_config_controller_automatic_reload_failures_total  counter          apiserver_id_hash
apiserver_encryption_config_controller_automatic_reload_last_timestamp_seconds  gauge            apiserver_id_hash,status
apiserver_encryption_config_controller_automatic_reload_success_total  counter          apiserver_id_hash
apiserver_encryption_config_controller_automatic_reloads_total  counter          apiserver_id_hash,status
apiserver_envelope_encryption_dek_cache_fill_percent          gauge            -
apiserver_envelope_encryption_dek_cache_inter_arrival_time_seconds  histogram        transformation_type
apiserver_envelope_encryption_dek_source_cache_size           gauge            provider_name
apiserver_envelope_encryption_invalid_key_id_from_status_total  counter          error,provider_name
apiserver_envelope_encryption_key_id_hash_last_timestamp_seconds  gauge            apiserver_id_hash,key_id_hash,provider_name,transformation_type
apiserver_envelope_encryption_key_id_hash_status_last_timestamp_seconds  gauge            apiserver_id_hash,key_id_hash,provider_name
apiserver_envelope_encryption_key_id_hash_total               counter          apiserver_id_hash,key_id_hash,provider_name,transformation_type
apiserver_envelope_encryption_kms_operations_latency_seconds  histogram        grpc_status_code,method_name,provider_name

apiserver_flowcontrol_current_executing_requests              gauge      flow_schema,priority_level
apiserver_flowcontrol_current_executing_seats                 gauge      flow_schema,priority_level  Seats that requests take now
apiserver_flowcontrol_current_inqueue_requests                gauge      flow_schema,priority_level
apiserver_flowcontrol_current_inqueue_seats                   gauge      flow_schema,priority_level
apiserver_flowcontrol_current_limit_seats                     gauge      priority_level
apiserver_flowcontrol_current_r                               gauge      priority_level
apiserver_flowcontrol_demand_seats                            histogram  priority_level
apiserver_flowcontrol_demand_seats_average                    gauge      priority_level
apiserver_flowcontrol_demand_seats_high_watermark             gauge      priority_level
apiserver_flowcontrol_demand_seats_smoothed                   gauge      priority_level
apiserver_flowcontrol_demand_seats_stdev                      gauge      priority_level
apiserver_flowcontrol_dispatch_r                              gauge      priority_level
apiserver_flowcontrol_dispatched_requests_total               counter    flow_schema,priority_level
apiserver_flowcontrol_epoch_advance_total                     counter    priority_level,success
apiserver_flowcontrol_latest_s                                gauge      priority_level
apiserver_flowcontrol_lower_limit_seats                       gauge      priority_level
apiserver_flowcontrol_next_discounted_s_bounds                gauge      bound,priority_level
apiserver_flowcontrol_next_s_bounds                           gauge      bound,priority_level
apiserver_flowcontrol_nominal_limit_seats                     gauge      priority_level  Seats of a priority level
apiserver_flowcontrol_priority_level_request_utilization      histogram  phase,priority_level
apiserver_flowcontrol_priority_level_seat_utilization         histogram  phase,priority_level
apiserver_flowcontrol_read_vs_write_current_requests          histogram  phase,request_kind
apiserver_flowcontrol_rejected_requests_total                 counter    flow_schema,priority_level,reason
apiserver_flowcontrol_request_concurrency_in_use              gauge      flow_schema,priority_level
apiserver_flowcontrol_request_concurrency_limit               gauge      priority_level
apiserver_flowcontrol_request_dispatch_no_accommodation_total  counter    flow_schema,priority_level
apiserver_flowcontrol_request_execution_seconds               histogram  flow_schema,priority_level,type
apiserver_flowcontrol_request_queue_length_after_enqueue      histogram  flow_schema,priority_level
apiserver_flowcontrol_request_wait_duration_seconds           histogram  execute,flow_schema,priority_level
apiserver_flowcontrol_seat_fair_frac                          gauge      -
apiserver_flowcontrol_target_seats                            gauge      priority_level
apiserver_flowcontrol_upper_limit_seats                       gauge      priority_level
apiserver_flowcontrol_watch_count_samples                     histogram  flow_schema,priority_level
apiserver_flowcontrol_work_estimated_seats                    histogram  flow_schema,priority_level

apiserver_init_events_total                                   counter            *
apiserver_kube_aggregator_x509_insecure_sha1_total            counter            -
apiserver_kube_aggregator_x509_missing_san_total              counter            -
apiserver_longrunning_requests                                gauge              component,group,resource,scope,subresource,verb,version
apiserver_nodeport_repair_port_errors_total                   counter            type
apiserver_nodeport_repair_reconcile_errors_total              counter            -
apiserver_registered_watchers                                 gauge              group,kind,version
apiserver_request_aborts_total                                counter            group,resource,scope,subresource,verb,version
apiserver_request_body_size_bytes                             histogram          group,resource,verb
apiserver_request_duration_seconds                            histogram          component,dry_run,group,resource,scope,subresource,verb,version  Time to answer a request
apiserver_request_filter_duration_seconds                     histogram          filter
apiserver_request_post_timeout_total                          counter            source,status
apiserver_request_sli_duration_seconds                        histogram          component,group,resource,scope,subresource,verb,version  Time to answer a request, without what webhooks and queues took
apiserver_request_slo_duration_seconds                        histogram          component,group,resource,scope,subresource,verb,version
apiserver_request_terminations_total                          counter            code,component,group,resource,scope,subresource,verb,version
apiserver_request_timestamp_comparison_time                   histogram:seconds  code_path
apiserver_request_total                                       counter            code,component,dry_run,group,resource,scope,subresource,verb,version  Requests by verb, resource and status
apiserver_requested_deprecated_apis                           gauge              group,removed_release,resource,subresource,version  1 for a deprecated API that was asked for
apiserver_rerouted_request_total                              counter            code
apiserver_response_sizes                                      histogram:bytes    component,group,resource,scope,subresource,verb,version
apiserver_selfrequest_total                                   counter            *
apiserver_storage_data_key_generation_duration_seconds        histogram          -
apiserver_storage_data_key_generation_failures_total          counter            -
apiserver_storage_db_total_size_in_bytes                      gauge              endpoint,storage_cluster_id
apiserver_storage_decode_errors_total                         counter            *
apiserver_storage_envelope_transformation_cache_misses_total  counter            -
apiserver_storage_events_received_total                       counter            *
apiserver_storage_list_evaluated_objects_total                counter            *
apiserver_storage_list_fetched_objects_total                  counter            *
apiserver_storage_list_returned_objects_total                 counter            *
apiserver_storage_list_total                                  counter            *
apiserver_storage_objects                                     gauge              *  Objects in the store by resource
apiserver_storage_size_bytes                                  gauge              storage_cluster_id  Size of the database of etcd
apiserver_storage_transformation_duration_seconds             histogram          *
apiserver_storage_transformation_operations_total             counter            *
apiserver_stream_translator_requests_total                    counter            code
apiserver_terminated_watchers_total                           counter            *
apiserver_tls_handshake_errors_total                          counter            -
apiserver_validating_admission_policy_check_duration_seconds  histogram          *
apiserver_validating_admission_policy_check_total             counter            *
apiserver_validating_admission_policy_definition_total        counter            enforcement_action,state
apiserver_watch_cache_events_dispatched_total                 counter            *
apiserver_watch_cache_events_received_total                   counter            *
apiserver_watch_cache_initializations_total                   counter            *
apiserver_watch_cache_read_wait_seconds                       histogram          *
apiserver_watch_cache_resource_version                        gauge              *
apiserver_watch_events_sizes                                  histogram:bytes    *
apiserver_watch_events_total                                  counter            *
apiserver_watch_list_duration_seconds                         histogram          group,resource,scope,version
apiserver_webhooks_x509_insecure_sha1_total                   counter            -
apiserver_webhooks_x509_missing_san_total                     counter            -
`,
};
