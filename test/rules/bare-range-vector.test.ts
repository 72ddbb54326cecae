import { bareRangeVector } from "../../rules/bare-range-vector.js";
import { metricsOf } from "../../src/metrics/metrics.js";
import { checkRule } from "./check-rule.js";

checkRule(bareRangeVector, {
  silent: [
    "node_load1",
    "node_load1 offset 5m",
    "1 + 1",
    "rate(node_cpu_seconds_total[5m])",
    "(max_over_time(node_load1[1h:5m]))",
    "count_over_time(absent(node_load1)[1h:5m])",
  ],
  finds: {
    "(node_load1[5m])": ["node_load1[5m]"],
    "((node_load1)[5m:1m])": ["(node_load1)[5m:1m]"],
    "node_load1[5m] offset 1h": ["node_load1[5m] offset 1h"],
    "node_load1[5m] @ end()": ["node_load1[5m] @ end()"],
    '{__name__="node_load1"}[5m]': ['{__name__="node_load1"}[5m]'],
    '{"node_load1"}[5m]': ['{"node_load1"}[5m]'],
    'sum(node_load1)[1h:]  # "why"': ["sum(node_load1)[1h:]"],
    '{job="api"}[5m]': ['{job="api"}[5m]'],
  },
  fixes: {
    "node_load1[5m] offset 1h": "review: avg_over_time(node_load1[5m] offset 1h)",
    '{__name__="node_load1"}[5m]': 'review: avg_over_time({__name__="node_load1"}[5m])',
    "(node_cpu_seconds_total[1h:5m])": "review: (rate(node_cpu_seconds_total[1h:5m]))",
    "some_requests_total[5m]": "review: rate(some_requests_total[5m])",
    "sum(node_load1)[1h:]": "review: avg_over_time(sum(node_load1)[1h:])",
    "some_latency_seconds_bucket[5m]":
      "review: histogram_quantile(0.9, sum by (le) (rate(some_latency_seconds_bucket[5m])))",
    "some_latency_seconds_count[5m]": "review: rate(some_latency_seconds_count[5m])",
    "node_load1_max_over_time[1h]": "suggestion: max_over_time(node_load1[1h])",
    'avg_over_time_node_load1{job="api"}[5m] offset 1h':
      'suggestion: avg_over_time(node_load1{job="api"}[5m] offset 1h)',
    "jobs_waiting[5m]": "suggestion: rate(jobs_waiting[5m])",
    '{job="api"}[5m]': 'suggestion: rate({job="api"}[5m])',
    '{__name__=~"node_.*"}[5m]': 'suggestion: rate({__name__=~"node_.*"}[5m])',
  },
  helps: {
    "node_load1_max_over_time[1h]":
      "`max_over_time` is a function: it stands before the metric, which is in parentheses",
    '{__name__="node_load1"}[5m]':
      "make one value of the samples: `node_load1` is a gauge, so aggregate its samples over time",
    "some_latency_seconds_sum[5m]":
      "make one value of the samples: `some_latency_seconds_sum` is a cumulative sum, so take its rate of increase",
    "some_latency_seconds_count[5m]":
      "make one value of the samples: `some_latency_seconds_count` is a cumulative count, so take its rate of increase",
    "node_nf_conntrack_stat_drop[5m]":
      "make one value of the samples: `node_nf_conntrack_stat_drop` only goes up, so take its rate of increase",
    "jobs_waiting[5m]": "make one value of the samples: `rate()` for a counter, `avg_over_time()` for a gauge",
  },
});

checkRule(bareRangeVector, { silent: ["node_load1[5m]", "node_load1[1h:5m]"] }, { use: "instant" });
checkRule(bareRangeVector, { finds: { "node_load1[5m]": ["node_load1[5m]"] } }, { use: "alert" });
checkRule(bareRangeVector, { finds: { "node_load1[5m]": ["node_load1[5m]"] } }, { use: "record" });

checkRule(
  bareRangeVector,
  { fixes: { "node_cpu_seconds_total[5m] anchored": "review: rate(node_cpu_seconds_total[5m] anchored)" } },
  { prometheus: { features: ["promql-extended-range-selectors"] } },
);

const metrics = metricsOf([
  { name: "native_seconds", type: "histogram", source: "test" },
  { name: "quantiles_seconds", type: "summary", source: "test" },
]);
checkRule(
  bareRangeVector,
  {
    fixes: {
      "native_seconds[5m]": "review: rate(native_seconds[5m])",
      "quantiles_seconds[5m]": "review: avg_over_time(quantiles_seconds[5m])",
    },
    helps: {
      "native_seconds[5m]":
        "make one value of the samples: `native_seconds` is a histogram of counters, so take its rate of increase",
      "quantiles_seconds[5m]":
        "make one value of the samples: `quantiles_seconds` goes up and down, so aggregate its samples over time",
    },
  },
  { metrics },
);

checkRule(
  bareRangeVector,
  {
    silent: ["$query", "rate(node_cpu_seconds_total[$__rate_interval])"],
    finds: { 'node_load1{instance=~"$node"}[$__range]': ['node_load1{instance=~"$node"}[$__range]'] },
    fixes: {
      "node_load1[$__interval]": "review: avg_over_time(node_load1[$__interval])",
      "$metric[5m]": "suggestion: rate($metric[5m])",
    },
  },
  { variables: "grafana" },
);
