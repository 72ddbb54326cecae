import { gaugeFunctionOverCounter } from "../../rules/gauge-function-over-counter.js";
import { metricsOf } from "../../src/metrics/metrics.js";
import { checkRule } from "./check-rule.js";

checkRule(gaugeFunctionOverCounter, {
  silent: [
    "increase(node_cpu_seconds_total[5m])",
    "resets(node_cpu_seconds_total[5m])",
    "changes(node_cpu_seconds_total[5m])",
    "max_over_time(node_cpu_seconds_total[5m])",
    "delta(node_memory_MemFree_bytes[5m])",
    "delta(node_nf_conntrack_stat_drop[5m])",
    "delta(queue_depth[5m])",
    "delta(region_count[5m])",
    "delta(job:requests_total:sum[5m])",
    'delta({job="api"}[5m])',
    'delta({__name__=~".*_total"}[5m])',
    "deriv(rate(node_cpu_seconds_total[5m])[1h:])",
    "delta(sum(node_cpu_seconds_total)[5m:])",
  ],
  finds: {
    "delta(some_errors_total[5m])": ["some_errors_total"],
    "sum(delta((some_errors_total)[5m:1m]))": ["some_errors_total"],
    'deriv({__name__="some_errors_total"}[5m] offset 1d)': ['"some_errors_total"'],
    "delta(some_seconds_bucket[5m]) + delta(some_seconds_count[5m])": ["some_seconds_bucket", "some_seconds_count"],
    "delta(go_gc_duration_seconds_sum[5m])": ["go_gc_duration_seconds_sum"],
  },
  fixes: {
    "delta(some_errors_total[5m])": "review: increase(some_errors_total[5m])",
    "deriv((some_errors_total[5m]))": "review: rate((some_errors_total[5m]))",
    "idelta(some_errors_total[5m])": "suggestion: increase(some_errors_total[5m])",
    "predict_linear(some_errors_total[1h], 3600)": "none",
  },
});

checkRule(
  gaugeFunctionOverCounter,
  {
    finds: { "double_exponential_smoothing(some_errors_total[1h], 0.5, 0.5)": ["some_errors_total"] },
    fixes: { "double_exponential_smoothing(some_errors_total[1h], 0.5, 0.5)": "none" },
  },
  { prometheus: { features: ["promql-experimental-functions"] } },
);

const metrics = metricsOf([
  { name: "messages_total", type: "gauge", source: "test" },
  { name: "questions", type: "counter", source: "test" },
]);
checkRule(
  gaugeFunctionOverCounter,
  { silent: ["delta(messages_total[5m])"], finds: { "delta(questions[5m])": ["questions"] } },
  { metrics, use: "alert" },
);

checkRule(
  gaugeFunctionOverCounter,
  {
    silent: ["delta($metric[5m])", "delta(${prefix}_total[5m])", 'delta({__name__="$metric"}[5m])'],
    finds: { 'delta(some_errors_total{pod="$pod"}[$__rate_interval])': ["some_errors_total"] },
  },
  { variables: "grafana" },
);

checkRule(
  gaugeFunctionOverCounter,
  { silent: ["delta(my_jobs_total[5m])"], finds: { "delta(jobs_total[5m])": ["jobs_total"] } },
  { ruleOptions: { exceptMetrics: ["my_*"] } },
);
