import { rateOfAggregation } from "../../rules/rate-of-aggregation.js";
import { checkRule } from "./check-rule.js";

checkRule(rateOfAggregation, {
  silent: [
    "rate(sum(rate(errors_total[1m]))[5m:])",
    "sum(rate(errors_total[5m]))",
    "rate(errors_total[5m:1m])",
    "increase(max by (pod) (errors_total)[5m:])",
    "increase(min(errors_total)[5m:])",
    "increase(topk(3, errors_total)[5m:])",
    "increase(group(errors_total)[5m:])",
    "changes(sum(up)[1h:])",
    "delta(sum(up)[1h:])",
    "deriv(sum(node_memory_MemFree_bytes)[1h:])",
    "max_over_time(sum(rate(errors_total[5m]))[1h:])",
    "rate((errors_total / sum(requests_total))[5m:])",
    "rate(clamp_max(sum(errors_total), 1000)[5m:])",
    "rate(job:errors:rate5m[5m])",
    "rate(job:errors_total:sum_rate5m[5m])",
    "rate(job:errors_total:sum_irate[5m])",
    "rate(job:errors:sum_over_time[5m])",
    "rate(job:errors_total:max[5m])",
    "rate(job:errors_total[5m])",
    "rate(job:errors_total:summary[5m])",
    "rate(a:b:c:sum[5m])",
    "delta(job:memory_bytes:sum[5m])",
  ],
  finds: {
    "rate(sum(errors_total)[5m:])": ["sum"],
    "irate(((sum by (job) (errors_total)))[5m:])": ["sum"],
    "resets(avg without (pod) (errors_total)[5m:])": ["avg"],
    "increase(count(errors_total)[1d:1h])": ["count"],
    "rate((sum(errors_total) * 100)[5m:])": ["sum"],
    "rate((up + sum(errors_total))[5m:])": ["sum"],
    'rate(label_replace(sum by (pod) (errors_total), "a", "$1", "pod", "(.*)")[5m:])': ["sum"],
    "increase(topk(3, sum by (pod) (errors_total))[5m:])": ["sum"],
    "sum_over_time(increase(sum(errors_total)[5m:])[1h:])": ["sum"],
    "rate(job:errors_total:sum[5m])": ["job:errors_total:sum"],
    "increase(job_pod:errors_total:avg_sum[5m:1m])": ["job_pod:errors_total:avg_sum"],
    'rate({__name__="job:errors_total:count"}[5m])': ['"job:errors_total:count"'],
  },
  fixes: {
    "rate(sum(errors_total)[5m:])": "review: sum(rate(errors_total[5m]))",
    'increase((sum by (job) ((errors_total{code="500"})))[1h:5m]) > 3':
      'review: sum by (job) (increase(errors_total{code="500"}[1h])) > 3',
    "irate(sum(errors_total) without (pod)[5m:])": "review: sum(irate(errors_total[5m])) without (pod)",
    "rate(quantile(0.9, errors_total)[5m:])": "review: quantile(0.9, rate(errors_total[5m]))",
    "rate(sum(errors_total)[5m:] offset 1d)": "none",
    "rate(sum(errors_total offset 1d)[5m:])": "none",
    "rate(sum(errors_total > 5)[5m:])": "none",
    "rate(sum(node_memory_MemFree_bytes)[5m:])": "none",
    "rate(count(errors_total)[5m:])": "none",
    "rate(job:errors_total:sum[5m])": "none",
  },
});

checkRule(
  rateOfAggregation,
  {
    silent: ["rate($metric[5m])", 'rate({__name__="$metric"}[5m])'],
    fixes: {
      'increase(sum by ($by) (errors_total{pod=~"$pod"})[$__interval:])':
        'review: sum by ($by) (increase(errors_total{pod=~"$pod"}[$__interval]))',
      "rate(sum($metric)[5m:])": "none",
    },
  },
  { variables: "grafana" },
);

checkRule(
  rateOfAggregation,
  {
    silent: ["rate(sum(x_total)[5m:])", "rate(job:x_total:sum[5m])", "rate(job:y_total:max[5m])"],
    finds: { "rate(max(x_total)[5m:])": ["max"], "rate(job:x_total:max[5m])": ["job:x_total:max"] },
  },
  { ruleOptions: { operators: ["max"], exceptMetrics: ["job:y*"] } },
);
