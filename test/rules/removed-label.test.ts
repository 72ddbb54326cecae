import { removedLabel } from "../../rules/removed-label.js";
import { builtinMetrics } from "../../src/metrics/builtin.js";
import { combineMetrics, metricsOf } from "../../src/metrics/metrics.js";
import { checkRule } from "./check-rule.js";

checkRule(removedLabel, {
  silent: [
    'container_memory_rss{pod="web"}',
    'kube_pod_info{pod_name="web"}',
    'container_app_requests_total{pod_name="web"}',
    'up{pod_name="web"}',
    '{pod_name="web"}',
    "sum by (pod_name) (container_memory_rss / on (pod_name) group_left () my_metric)",
    'sum by (pod_name) (label_replace(container_memory_rss, "pod_name", "$1", "pod", "(.*)"))',
    "sum by (pod, pod_name) (container_memory_rss)",
    'container_memory_rss{pod=~"web|", pod_name=~"web|"}',
    'count by (pod_name) (count_values("pod_name", container_memory_rss))',
    'rest_client_requests_total{url="x"}',
    "sum by (pod_name) (vector(1))",
    'apiserver_flowcontrol_current_executing_requests{priority_level="system"}',
    'topk(3, {__name__=~"container_.*", pod_name!=""})',
  ],
  finds: {
    'sum by (pod_name) (rate(container_cpu_usage_seconds_total{container_name!="POD", image!=""}[5m]))': [
      "pod_name",
      "container_name",
    ],
    "sum without (container_name) (container_memory_rss)": ["container_name"],
    'rate({__name__="container_network_receive_bytes_total", pod_name=~"a.*"}[5m]) # bytes': ["pod_name"],
    'rate({"container_network_receive_bytes_total", "pod_name"=~"a.*"}[5m])': ['"pod_name"'],
    "max by (container_name) (container_memory_rss - container_memory_cache)": ["container_name"],
    'sum by (priorityLevel)\n(rate(apiserver_flowcontrol_rejected_requests_total{flowSchema="x"}[5m]))': [
      "priorityLevel",
      "flowSchema",
    ],
    'absent(container_memory_rss{pod_name="x"})': ["pod_name"],
    'prober_probe_total{pod_name="x"}': ["pod_name"],
  },
  fixes: {
    'container_memory_rss{pod_name="x"}': 'review: container_memory_rss{pod="x"}',
    'container_memory_rss{"pod_name"="x"}': 'review: container_memory_rss{"pod"="x"}',
    "sum by (container_name, job) (container_memory_rss)": "review: sum by (container, job) (container_memory_rss)",
    'node_systemd_service_restart_total{state="x.service"}':
      'review: node_systemd_service_restart_total{name="x.service"}',
    'rest_client_request_duration_seconds_count{url=~".*/api/v1"}': "none",
  },
  helps: {
    'rest_client_request_duration_seconds_count{url=~".*/api/v1"}': "use `host`, which holds the host of the URL alone",
  },
});

checkRule(
  removedLabel,
  {
    silent: [
      'container_memory_rss{$label="x"}',
      'container_$metric{pod_name="x"}',
      "sum by ($by) (container_memory_rss)",
    ],
    finds: { 'container_memory_rss{pod_name=~"$pod"}': ["pod_name"] },
  },
  { variables: "grafana" },
);

checkRule(
  removedLabel,
  { silent: ['container_memory_rss{pod_name="x"}'], finds: { 'container_memory_cache{pod_name="x"}': ["pod_name"] } },
  {
    metrics: combineMetrics(
      metricsOf([{ name: "container_memory_rss", type: "gauge", labels: ["pod_name"], source: "own" }]),
      builtinMetrics,
    ),
  },
);

checkRule(
  removedLabel,
  {
    silent: ['container_memory_rss{pod_name="x"}', 'node_systemd_service_restart_total{state="x"}'],
    finds: { 'container_memory_rss{container_name="x"}': ["container_name"] },
  },
  { ruleOptions: { exceptLabels: ["pod_name"], exceptExporters: ["node exporter"] } },
);
