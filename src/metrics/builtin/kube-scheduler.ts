import type { MetricTable } from "./table.js";

/**
 * What the scheduler of Kubernetes gives.
 * Source: https://kubernetes.io/docs/reference/instrumentation/metrics/.
 */
export const kubeScheduler: MetricTable = {
  source: "kube-scheduler",
  own: ["scheduler"],
  shared: ["kube"],
  rows: `
kube_pod_resource_limit                               gauge      namespace,node,pod,priority,resource,scheduler,unit
kube_pod_resource_request                             gauge      namespace,node,pod,priority,resource,scheduler,unit
scheduler_binding_duration_seconds                    histogram  -
scheduler_cache_size                                  gauge      type
scheduler_e2e_scheduling_duration_seconds             histogram  profile,result
scheduler_event_handling_duration_seconds             histogram  event
scheduler_framework_extension_point_duration_seconds  histogram  extension_point,profile,status
scheduler_goroutines                                  gauge      operation
scheduler_inflight_events                             gauge      event
scheduler_pending_pods                                gauge      queue  Pods that wait for a node, by queue
scheduler_permit_wait_duration_seconds                histogram  result
scheduler_plugin_evaluation_total                     counter    extension_point,plugin,profile
scheduler_plugin_execution_duration_seconds           histogram  extension_point,plugin,status
scheduler_pod_scheduling_attempts                     histogram  -  Attempts that a pod needed until it had a node
scheduler_pod_scheduling_duration_seconds             histogram  attempts
scheduler_pod_scheduling_sli_duration_seconds         histogram  attempts  Time from seeing a pod until it has a node, without time in which it was gated
scheduler_preemption_attempts_total                   counter    -  Attempts to make room for a pod by removing others
scheduler_preemption_goroutines_duration_seconds      histogram  result
scheduler_preemption_goroutines_execution_total       counter    result
scheduler_preemption_victims                          histogram  -
scheduler_queue_incoming_pods_total                   counter    event,queue  Pods that came into a queue
scheduler_queueing_hint_execution_duration_seconds    histogram  event,hint,plugin
scheduler_schedule_attempts_total                     counter    profile,result  Attempts to find a node for a pod, by result
scheduler_scheduler_cache_size                        gauge      type
scheduler_scheduler_goroutines                        gauge      operation,work
scheduler_scheduling_algorithm_duration_seconds       histogram  -
scheduler_scheduling_attempt_duration_seconds         histogram  profile,result  Time of an attempt to find a node for a pod
scheduler_unschedulable_pods                          gauge      plugin,profile  Pods without a node, by the plugin that turned nodes down
scheduler_volume_binder_cache_requests_total          counter    operation
scheduler_volume_scheduling_duration_seconds          histogram  operation
scheduler_volume_scheduling_stage_error_total         counter    operation
`,
};
