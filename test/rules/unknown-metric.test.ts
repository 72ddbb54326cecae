import { unknownMetric } from "../../rules/unknown-metric.js";
import { builtinMetrics } from "../../src/metrics/builtin.js";
import { combineMetrics, metricsOf } from "../../src/metrics/metrics.js";
import { checkRule } from "./check-rule.js";

checkRule(unknownMetric, {
  silent: [
    "up",
    'rate(node_cpu_seconds_total{mode="idle"}[1m])',
    "kube_node_status_ready",
    "node_cpu",
    "my_app_requests",
    "node_reboot_required",
    "instance:node_cpu_secnds:rate1m",
    "kube_pod_status",
    "node_vmstat_pgfaults",
    "kubelet_running_pod or kubelet_running_pods",
    '{__name__=~"kubelet_running_.*"}',
    '{__name__!="kubelet_running_pod", job="kubelet"}',
    '{job="kubelet"}',
    'my_app{metric="node_cpu_secnds_total"}',
    "kubeproxy_sync_proxy_rules_duration_seconds",
    "histogram_quantile(0.9, rate(kubelet_pleg_relist_duration_seconds[5m]))",
    "histogram_quantile(0.9, sum by (le) (rate(kubeproxy_network_programming_duration_seconds_bucket[5m])))",
    "awscni_assigned_ip_addresses / awscni_total_ip_addresses",
    "rate(awscni_aws_api_latency_ms_sum[5m])",
    "nginx_ingress_controller_requests",
    "three",
    "sum(count)",
    'up / count{job="api"}',
    "up > three_of_them",
    "up + start",
  ],
  finds: {
    "sum(node_cpu_secnds_total) / sum(node_memory_MemFre_bytes)": ["node_cpu_secnds_total", "node_memory_MemFre_bytes"],
    '{__name__="kubelet_running_pod"}': ['"kubelet_running_pod"'],
    '{"kubelet_running_pod"}': ['"kubelet_running_pod"'],
    "absent(kubelet_running_pod)": ["kubelet_running_pod"],
    "kubelet_running_pods - kubelet_running_pod": ["kubelet_running_pod"],
    "rate(kubeproxy_sync_proxy_rules_count[5m]) # how often\n* 60": ["kubeproxy_sync_proxy_rules_count"],
    "rate(kubeproxy_total_sync_proxy_rules_duration_seconds[5m])": [
      "kubeproxy_total_sync_proxy_rules_duration_seconds",
    ],
    "max_over_time(kubelet_running_pod[1h:5m] offset 1d)": ["kubelet_running_pod"],
    "up > (three)": ["three"],
    "three / count": ["three", "count"],
    "up + quantile": ["quantile"],
  },
  fixes: {
    "rate(kubeproxy_sync_proxy_rules_count[5m])": "review: rate(kubeproxy_sync_proxy_rules_duration_seconds_count[5m])",
    "rate(kubeproxy_sync_proxy_rules_total[5m])": "review: rate(kubeproxy_sync_proxy_rules_duration_seconds_count[5m])",
    kubeproxy_total_sync_proxy_rules_duration_seconds: "review: kubeproxy_sync_proxy_rules_duration_seconds_sum",
    "{'node_laod5', job=~\"node\"}": "review: {'node_load5', job=~\"node\"}",
    '{__name__=~"node_laod15"}': 'review: {__name__=~"node_load15"}',
    kube_pod_container_restarts_total: "review: kube_pod_container_status_restarts_total",
    "awscni_assigned_ip_adresses > 10": "review: awscni_assigned_ip_addresses > 10",
    'nginx_conections_active{pod=~"web-.*"}': 'review: nginx_connections_active{pod=~"web-.*"}',
    "rate(nginx_http_request_total[5m])": "review: rate(nginx_http_requests_total[5m])",
    "rate(kubelet_runtime_operation_total[5m])": "review: rate(kubelet_runtime_operations_total[5m])",
    "rate(container_cpu_usage_seconds[5m])": "review: rate(container_cpu_usage_seconds_total[5m])",
    "up > Three": "suggestion: up > 3",
    "sum(up) / count": "suggestion: sum(up) / count(up)",
    'rate * sum(up{job="api"} > 0)': 'suggestion: rate(up{job="api"}[5m]) * sum(up{job="api"} > 0)',
    "time - process_start_time_seconds": "suggestion: time() - process_start_time_seconds",
    kubelet_volume_stats_bytes: "suggestion: kubelet_volume_stats_available_bytes",
  },
});

checkRule(
  unknownMetric,
  {
    silent: ["$metric", "node_${metric}_total", '{__name__="$metric"}', "kubelet_running_pod$suffix"],
    finds: {
      'kubelet_running_pod{job="$job"}': ["kubelet_running_pod"],
      "rate(node_cpu_secnds_total{$filter}[$__rate_interval])": ["node_cpu_secnds_total"],
    },
  },
  { variables: "grafana" },
);

checkRule(
  unknownMetric,
  {
    silent: ["mail_sent_total", "post_sent_total", "mail_queue", "kubelet_running_pod", "mail_wait_seconds_bucket"],
    finds: {
      mail_snet_total: ["mail_snet_total"],
      node_laod1: ["node_laod1"],
      mail_waits_seconds_bucket: ["mail_waits_seconds_bucket"],
    },
    fixes: { mail_snet_total: "review: mail_sent_total" },
  },
  {
    metrics: combineMetrics(
      metricsOf([
        { name: "mail_sent_total", type: "counter", source: "mail.txt" },
        { name: "mail_wait_seconds", type: "histogram", source: "mail.txt" },
        { name: "kubelet_running_pod", type: "unknown", source: "mail.txt" },
      ]),
      builtinMetrics,
    ),
  },
);

const stored = ["up", "orders_total", "job:orders:rate5m", "count"];
checkRule(
  unknownMetric,
  {
    silent: [
      "orders_total",
      "job:orders:rate5m",
      "ALERTS",
      "node_cpu",
      "recorded_here",
      "up / count",
      "up > rate",
      "absent(orders_failed_total)",
      "absent_over_time(orders_failed_total[1h])",
      '{__name__=~"orders_.*"}',
    ],
    finds: {
      orders_failed_total: ["orders_failed_total"],
      "job:orders:rate1m": ["job:orders:rate1m"],
      node_load1: ["node_load1"],
      "orders_failed_total / absent(up)": ["orders_failed_total"],
      "up > five": ["five"],
    },
    fixes: { orders_totl: "review: orders_total", "job:orders:rate1m": "none" },
  },
  {
    metrics: combineMetrics(
      {
        ...metricsOf(stored.map((name) => ({ name, type: "unknown", source: "http://prometheus" }))),
        missing: (name) => (stored.includes(name) ? undefined : "http://prometheus"),
      },
      builtinMetrics,
    ),
    settings: { recorded: new Set(["recorded_here", "rate"]) },
  },
);

checkRule(
  unknownMetric,
  { silent: ["node_load_5", "node_load_15", "kubelet_running_pod"], finds: { node_laod5: ["node_laod5"] } },
  {
    ruleOptions: { exceptMetrics: ["node_load_*"] },
    settings: { recorded: new Set(["kubelet_running_pod"]) },
  },
);
