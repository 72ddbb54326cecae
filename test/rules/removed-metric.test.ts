import { removedMetric } from "../../rules/removed-metric.js";
import { metricsOf } from "../../src/metrics/metrics.js";
import { checkRule } from "./check-rule.js";

checkRule(removedMetric, {
  silent: [
    "node_cpu_seconds_total",
    'node_load1{metric="node_cpu"}',
    "container_cpu",
    "node_cpu or node_cpu_seconds_total",
    'rate(node_network_receive_bytes[5m]) or rate({__name__="node_network_receive_bytes_total"}[5m])',
    '{__name__=~"node_cpu|node_cpu_seconds_total"}',
    '{__name__!="node_cpu", job="node"}',
    "instance:node_cpu:ratio",
  ],
  finds: {
    "node_memory_MemFree / node_memory_MemTotal": ["node_memory_MemFree", "node_memory_MemTotal"],
    '{__name__="node_cpu"}': ['"node_cpu"'],
    '{__name__=~"^node_cpu$"}': ['"^node_cpu$"'],
    "absent(kube_pod_deleted)": ["kube_pod_deleted"],
  },
  fixes: {
    node_time: "review: node_time_seconds",
    '{"node_time"}': 'review: {"node_time_seconds"}',
    "{__name__=~'node_time'}": "review: {__name__=~'node_time_seconds'}",
    node_md_is_active: 'review: node_md_state{state="active"}',
    "node_md_is_active{}": 'review: node_md_state{state="active"}',
    'node_md_is_active{device="md0"} == 0': 'review: node_md_state{state="active", device="md0"} == 0',
    '{"node_md_is_active", device="md0"}': 'review: {"node_md_state", state="active", device="md0"}',
    '{__name__="node_md_is_active"}': 'review: {__name__="node_md_state", state="active"}',
    "kube_node_status_capacity_pods offset 1h": 'review: kube_node_status_capacity{resource="pods"} offset 1h',
    'kube_hpa_labels{namespace="x", hpa=~"y"}':
      'review: kube_horizontalpodautoscaler_labels{namespace="x", horizontalpodautoscaler=~"y"}',
    "histogram_quantile(0.9, rate(rest_client_request_latency_seconds_bucket[5m]))":
      "review: histogram_quantile(0.9, rate(rest_client_request_duration_seconds_bucket[5m]))",
    kubelet_running_pod_count: "review: kubelet_running_pods",
    coredns_cache_size: "review: coredns_cache_entries",
    apiserver_request_latencies_sum: "none",
  },
  helps: {
    apiserver_request_latencies_sum: "use `apiserver_request_duration_seconds_sum`, in seconds, not in microseconds",
    "kube_node_status_ready == 0":
      'use `kube_node_status_condition{condition="Ready"}`, with the former values of `condition` in `status`',
    node_disk_read_time_ms: "use `node_disk_read_time_seconds_total`, in seconds, not in milliseconds",
  },
});

checkRule(
  removedMetric,
  {
    silent: ["node_boot_time", "node_disk_io_time_ms / 1000", 'label_replace(node_cpu, "cpu", "$1", "cpu", "cpu(.+)")'],
    finds: {
      "sum(node_cpu)": ["node_cpu"],
      "node_memory_MemFree / node_memory_MemTotal": ["node_memory_MemFree", "node_memory_MemTotal"],
      "rate(node_cpu[5m])": ["node_cpu"],
    },
  },
  { use: "record" },
);

checkRule(
  removedMetric,
  { silent: ["node_cpu", "rate(rest_client_request_latency_seconds_bucket[5m])"], finds: { node_time: ["node_time"] } },
  {
    metrics: metricsOf([
      { name: "node_cpu", type: "gauge", source: "test" },
      { name: "rest_client_request_latency_seconds", type: "histogram", source: "test" },
    ]),
  },
);

checkRule(
  removedMetric,
  { silent: ["$metric", "${metric}_cpu", '{__name__="$metric"}'], finds: { 'node_cpu{job="$job"}': ["node_cpu"] } },
  { variables: "grafana" },
);

checkRule(
  removedMetric,
  {
    silent: ["kube_hpa_status_condition", "node_cpu", "node_memory_MemFree"],
    finds: { "node_load1 + node_boot_time": ["node_boot_time"] },
  },
  { ruleOptions: { exceptExporters: ["kube-state-metrics"], exceptMetrics: ["node_cpu", "*_Mem*"] } },
);

checkRule(
  removedMetric,
  { silent: ["node_cpu"], finds: { node_time: ["node_time"] } },
  { settings: { recorded: new Set(["node_cpu"]) } },
);
