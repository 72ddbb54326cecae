import { rateOverGauge } from "../../rules/rate-over-gauge.js";
import { metricsOf } from "../../src/metrics/metrics.js";
import { checkRule } from "./check-rule.js";

checkRule(rateOverGauge, {
  silent: [
    "rate(unknown_metric[5m])",
    'rate({job="api"}[5m])',
    'rate({__name__=~"node_memory_.*"}[5m])',
    "rate(node_cpu_seconds_total[5m])",
    "deriv(node_memory_MemFree_bytes[5m])",
    "rate(some_free_bytes[5m])",
    "rate(node_time_seconds[5m])",
    "rate(node_nf_conntrack_stat_drop[5m])",
    "rate(sum(node_memory_MemFree_bytes)[5m:1m])",
    "rate(apiserver_request_duration_seconds_bucket[5m])",
  ],
  finds: {
    "irate((node_memory_MemFree_bytes)[5m:1m])": ["node_memory_MemFree_bytes"],
    "rate((node_load1[5m]))": ["node_load1"],
    "rate(node_load1[5m] offset 1d)": ["node_load1"],
    "rate(node_load1[5m] @ start())": ["node_load1"],
    'rate({__name__="node_load1"}[5m])': ['"node_load1"'],
    'rate({"node_load1", job="node"}[5m])': ['"node_load1"'],
    "sum by (instance) (rate(node_load1[5m])) / rate(node_load5[5m])": ["node_load1", "node_load5"],
  },
  fixes: {
    "rate(node_load1[5m])": "review: deriv(node_load1[5m])",
    "irate(node_load1[5m])": "review: deriv(node_load1[5m])",
    "sum(increase(node_load1[5m] offset 1d))": "review: sum(delta(node_load1[5m] offset 1d))",
  },
});

const metrics = metricsOf([{ name: "queue_depth", type: "gauge", source: "test" }]);
checkRule(rateOverGauge, { finds: { "rate(queue_depth[5m])": ["queue_depth"] } }, { metrics, use: "alert" });

checkRule(
  rateOverGauge,
  {
    silent: ["rate($metric[5m])", 'rate({__name__="$metric"}[5m])', 'rate({__name__=~"$metric"}[5m])'],
    finds: { 'rate(node_load1{instance="$node"}[$__rate_interval])': ["node_load1"] },
  },
  { variables: "grafana" },
);

checkRule(
  rateOverGauge,
  {
    silent: ["rate(node_load1[5m])"],
    finds: { "rate(node_time_seconds[5m])": ["node_time_seconds"] },
  },
  { ruleOptions: { exceptMetrics: ["node_load*"] } },
);

// Known from practice: time stamps show the drift of clocks, and a prefix says nothing of a type.
checkRule(rateOverGauge, {
  silent: [
    "rate(node_time_seconds[5m])",
    "increase(process_start_time_seconds[1h])",
    "rate(container_start_time_seconds[5m])",
    "rate(container_queue_depth[5m])",
  ],
});
