import { unmatchedGrouping } from "../../rules/unmatched-grouping.js";
import { checkRule } from "./check-rule.js";

checkRule(unmatchedGrouping, {
  silent: [
    "a / b",
    "sum(a) / 2",
    "sum(a) / sum(b)",
    "sum(a) / vector(2)",
    "sum by (job) (a) / sum by (job) (b)",
    "sum by (job, instance) (a) / b",
    "sum without (pod) (a) / b",
    "sum(a) / on () b",
    "sum(a) / ignoring (instance, job) b",
    "sum(a) or b",
    "sum(a) / job:b:sum",
    "sum(a) / ALERTS",
    'sum(a) / {job="b"}',
    'sum(a) / b{x="1"}',
    "sum by (job) (a) / (sum by (instance) (b) or sum by (job) (b))",
    "sum(a) / topk(1, sum(b))",
    "sum(a) / count",
    "sum(a) / (three * 2)",
  ],
  finds: {
    "sum(a) / b": ["/"],
    "b > sum(a)": [">"],
    "sum by (instance) (a) / b": ["/"],
    "sum by (job) (a) / rate(b[5m])": ["/"],
    "sum by (job) (a) / sum by (instance) (b)": ["/"],
    "sum by (job) (a) unless sum(b)": ["unless"],
    "a and absent(b)": ["and"],
    "a and vector(1)": ["and"],
    "sum(a) / (b or c)": ["/"],
    "sum by (job) (a) / (b * 2) > 1": ["/"],
    "sum(a) / b + sum(c)": ["/"],
  },
});

checkRule(
  unmatchedGrouping,
  {
    silent: ["sum by ($by) (a) / b", "sum(a) / $metric", "sum(a) / sum by ($by) (b)", "sum(a) / (b / on ($on) c)"],
    finds: { 'sum(a{job=~"$job"}) / b{pod=~"$pod"}': ["/"] },
  },
  { variables: "grafana" },
);

checkRule(
  unmatchedGrouping,
  { silent: ["sum by (cluster) (x) / x"], finds: { "count(x) / x": ["/"] } },
  { ruleOptions: { scrapedLabels: ["cluster"] } },
);
