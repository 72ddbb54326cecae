import { unknownLabel } from "../../rules/unknown-label.js";
import { builtinMetrics } from "../../src/metrics/builtin.js";
import { combineMetrics, metricsOf } from "../../src/metrics/metrics.js";
import { checkRule } from "./check-rule.js";

checkRule(unknownLabel, {
  silent: [
    'node_cpu_seconds_total{mode="idle", instance="a"}',
    'node_cpu_seconds_total{node="a"}',
    'node_cpu_seconds_total{cluster="a", team="b", rack="c"}',
    'kube_pod_info{exported_pod="a"}',
    'kube_pod_labels{label_ap="a"}',
    'container_memory_rss{pod_nam="a"}',
    'my_metric{mod="a"}',
    '{mod="idle"}',
    'node_load1{instance="a"}',
    "sum by (nod) (node_load1)",
    'sum by (mod) (label_replace(node_cpu_seconds_total, "mod", "$1", "mode", "(.*)"))',
    "sum by (mod, mode) (node_cpu_seconds_total)",
    'kubelet_pleg_relist_duration_seconds_bucket{le="1"}',
    'prometheus_engine_query_duration_seconds{quantile="0.9", slice="inner_eval"}',
    'coredns_cache_entries{zone="."}',
    'rest_client_request_duration_seconds_count{url="a"}',
    'sum by (mods) (count_values("mods", node_cpu_seconds_total) + node_cpu_seconds_total)',
    `sum by (mods) (${Array(51).fill("node_cpu_seconds_total").join(" + ")})`,
    "sum by (mods) (node_cpu_seconds_total + node_load1)",
    "sum by (phses) (kube_pod_status_phase * on (pod) group_left (phses) my_metric)",
  ],
  finds: {
    'node_cpu_seconds_total{mods="idle"}': ["mods"],
    'sum by (instnace, mode) (rate(node_cpu_seconds_total{Mode!="idle"}[5m]))': ["instnace", "Mode"],
    "sum without (cpus) (node_cpu_seconds_total)": ["cpus"],
    'kube_pod_status_phase{phse="Failed"} # failed\n> 0': ["phse"],
    '{"node_filesystem_avail_bytes", "mount_point"="/"}': ['"mount_point"'],
    "max by (phases) (kube_pod_status_phase)": ["phases"],
    'kubelet_volume_stats_used_bytes{persistent_volume_claim="a"}': ["persistent_volume_claim"],
    'prometheus_engine_query_duration_seconds{quantiles="0.9"}': ["quantiles"],
    "sum by (mods) (node_cpu_seconds_total + node_cpu_guest_seconds_total)": ["mods"],
    [`sum by (mods) (${Array(50).fill("node_cpu_seconds_total").join(" + ")})`]: ["mods"],
    "sum by (mods) (count by (mods, cpu) (node_cpu_seconds_total)) / sum(node_load1)": ["mods", "mods"],
    'absent(my_metric) or sum by (mods) (node_cpu_seconds_total) or absent(my_metric{job="x"})': ["mods"],
  },
  fixes: {
    'node_cpu_seconds_total{mods="idle"}': 'review: node_cpu_seconds_total{mode="idle"}',
    '{"node_filesystem_avail_bytes", "mount_point"="/"}': 'review: {"node_filesystem_avail_bytes", "mountpoint"="/"}',
    "sum by (job, instanse) (node_load1)": "review: sum by (job, instance) (node_load1)",
  },
});

checkRule(
  unknownLabel,
  {
    silent: ['node_cpu_seconds_total{$label="x"}', 'node_$metric{mods="x"}', "sum by ($by) (node_cpu_seconds_total)"],
    finds: { 'node_cpu_seconds_total{mods=~"$mode", $filter}': ["mods"] },
  },
  { variables: "grafana" },
);

checkRule(
  unknownLabel,
  {
    silent: ['orders_total{state="paid"}', 'mail_total{states="sent"}', 'node_cpu_seconds_total{mods="x"}'],
    finds: { 'orders_total{states="paid"}': ["states"] },
  },
  {
    metrics: combineMetrics(
      metricsOf([
        { name: "orders_total", type: "counter", labels: ["state"], source: "shop.txt" },
        { name: "mail_total", type: "counter", source: "shop.txt" },
        { name: "node_cpu_seconds_total", type: "counter", labels: ["mods"], source: "own" },
      ]),
      builtinMetrics,
    ),
  },
);

checkRule(
  unknownLabel,
  { silent: ['node_cpu_seconds_total{mods="x"}'], finds: { 'node_cpu_seconds_total{moed="x"}': ["moed"] } },
  { ruleOptions: { exceptLabels: ["mods"] } },
);
