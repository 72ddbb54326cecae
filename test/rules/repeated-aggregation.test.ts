import { repeatedAggregation } from "../../rules/repeated-aggregation.js";
import { checkRule } from "./check-rule.js";

checkRule(repeatedAggregation, {
  silent: [
    "sum(max by (pod) (x))",
    "avg(avg by (pod) (x))",
    "count(count by (pod) (x))",
    "stddev(stddev by (pod) (x))",
    "quantile(0.9, quantile by (pod) (0.9, x))",
    "topk(3, topk(5, x))",
    "count_values('v', count_values('v', x))",
    "sum(sum by (pod) (x) * 2)",
    "sum(-sum by (pod) (x))",
    "sum by (pod) (sum by (job) (x))",
    "sum by (pod) (sum(x))",
    "max by (pod) (max without (pod) (x))",
    "max by (__name__) (max without (pod) (x))",
    "sum(sort(sum by (pod) (x)))",
  ],
  finds: {
    "max(max by (pod) (x))": ["max"],
    "sum(sum by (pod) (sum by (pod, cpu) (x)))": ["sum"],
    "max by (a) (max (max by (a) (max by (a, b) (x))))": ["max"],
    "max by (a) (max by (a) (max(max by (b) (x))))": ["max", "max"],
    "group by (__name__) (group by (__name__, pod) ({job='api'}))": ["group"],
  },
  fixes: {
    "max(max by (pod) (x))": "safe: max(x)",
    "max(max by (a) ((max(x))))": "safe: max(x)",
    "max without (a) (max without (b) (max by (a, b, c) (x)))": "none",
    "min by (job) ((min by (job, pod) (x)))": "safe: min by (job) (x)",
    "group(group(x) by (pod)) by ()": "safe: group(x) by ()",
    "sum(sum by (pod) (x))": "review: sum(x)",
    "sum by (job) (sum by (pod, job) (rate(x_total[5m])))": "review: sum by (job) (rate(x_total[5m]))",
    "max(max(x))": "safe: max(x)",
    "max(max(a + b))": "safe: max(a + b)",
    "MAX by (job) (Max by (job) (x))": "safe: MAX by (job) (x)",
    "max(max without (pod) (x))": "safe: max(x)",
    "max by (job) (max without (pod) (x))": "safe: max by (job) (x)",
    "max without (pod) (max without (cpu) (x))": "safe: max without (cpu, pod) (x)",
    "max without (pod) (max without (pod) (x))": "safe: max without (pod) (x)",
    "max without (pod) (max by (pod, job) (x))": "none",
    "max(max by (pod, job) (x)) without (pod)": "none",
    "max without (pod) (max by (pod) (x))": "none",
    "max without (pod) (max by (__name__, pod, job) (x))": "none",
    "max without ('http.status') (max without (pod) (x))": 'safe: max without (pod, "http.status") (x)',
    "max(\n  max by (pod) (\n    x # each\n  )\n)": "none",
    "max(max by (pod) (x{ # each\n}))": "safe: max(x{ # each\n})",
    "absent(max(max by (pod) (x)))": "safe: absent(max(x))",
    "sum(sum by (pod) (http_request_duration_seconds))": "review: sum(http_request_duration_seconds)",
  },
  helps: {
    "max(max by (pod) (# each\nx))": "remove the inner `max`",
    "max without (pod) (max by (__name__, pod, job) (x))": "make one `max by (job)` of them",
    "max without (pod) (max by (pod) (x))": "make one `max` of them",
  },
});

checkRule(
  repeatedAggregation,
  {
    silent: [
      "max by (job) (max by ($by) (x))",
      "max by ($by) (max by (job) (x))",
      "max by (job) (max without ($by) (x))",
      "max without ($by) (max by (job) (x))",
      "max without (job) (max by ($by) (x))",
    ],
    fixes: {
      "max(max by ($by) (x))": "safe: max(x)",
      "max(max without ($by) (x))": "safe: max(x)",
      "max by ($by) (max by (job, $by) (x))": "safe: max by ($by) (x)",
      "sum(sum by (pod) ($query))": "review: sum($query)",
    },
  },
  { variables: "grafana" },
);
