import { droppedLabel } from "../../rules/dropped-label.js";
import { checkRule } from "./check-rule.js";

checkRule(droppedLabel, {
  silent: [
    "sum by (job) (up)",
    "sum by (job) (sum by (job, pod) (up))",
    "sum without (pod) (sum by (job) (up))",
    "sum by (pod) (sum without (job) (up))",
    "sum by (pod) (sum by (job) (up) or kube_pod_info)",
    "sum by (pod) (vector(1))",
    'sum by (pod) (up{pod=""})',
    "sum by (pod) (topk(5, up))",
    'sum by (pod) (label_replace(sum by (job) (up), "pod", "$1", "job", "(.*)"))',
    'sum by (value) (count_values by (job) ("value", up))',
    'count_values by (value) ("value", sum(up))',
    "count by (__name__) (rate(x[5m]))",
    "count by (__name__) (a + b)",
    "sum(a) / on (job) sum(b)",
    "a or on (job) sum(b)",
    'a{job="x"} * on (job) sum(b)',
    "a * on (job) group_left (pod) sum by (job) (b)",
    'label_replace(sum(a), "x", "$1", "", "(.*)")',
    'label_replace(sum(a), "x", "all", "pod", ".*")',
    'label_join(sum by (job) (a), "x", "-", "job")',
  ],
  finds: {
    "sum by (job) (sum(up))": ["job"],
    "sum by (job, pod) (sum by (job) (up))": ["pod"],
    "max by (pod) (rate(sum by (job) (x)[5m:1m]))": ["pod"],
    "topk by (pod) (5, sum by (job) (up))": ["pod"],
    "sum by (pod) (sum without (pod) (up))": ["pod"],
    "sum by (pod) (sum by (job) (a) or max by (job) (b))": ["pod"],
    "sum by (pod) (a / on (job) b)": ["pod"],
    "sum by (pod) (a / ignoring (pod) b)": ["pod"],
    "count by (__name__) (sum by (job) (x))": ["__name__"],
    "a * on (job, pod) group_left sum by (job) (b)": ["pod"],
    "sum by (job) (a) * on (pod) group_right b": ["pod"],
    "a unless on (pod) sum by (job) (b)": ["pod"],
    'label_replace(sum by (job) (a), "x", "$1", "pod", "(.*)")': ['"pod"'],
    'label_replace(sum by (job) (a), "x", "all", "pod", ".+")': ['"pod"'],
    'label_join(sum by (job) (a), "x", "-", "job", "pod")': ['"pod"'],
    'sum by (pod) (label_replace(a, "pod", "", "", ""))': ["pod"],
  },
});

checkRule(
  droppedLabel,
  {
    silent: [
      "sum by ($by) (sum by (job) (up))",
      "sum by (job) (sum by ($by) (up))",
      "sum by (pod) ($metric)",
      'label_replace(sum by (job) (a), "x", "$1", "$source", "(.*)")',
    ],
    finds: { 'sum by (pod) (sum by (job) (up{job=~"$job"}))': ["pod"] },
  },
  { variables: "grafana" },
);

checkRule(droppedLabel, {
  silent: [
    "histogram_quantile(0.9, sum by (le) (sum by (job) (rate(x_bucket[5m]))))",
    "1 - histogram_quantile(0.9, max by (job, le) (sum by (job) (rate(x_bucket[5m]))))",
  ],
  finds: {
    "sum by (le) (sum by (job) (rate(x_bucket[5m])))": ["le"],
    "histogram_quantile(0.9, sum by (le, pod) (sum by (job) (rate(x_bucket[5m]))))": ["pod"],
  },
});
