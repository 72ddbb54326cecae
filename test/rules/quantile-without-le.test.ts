import { quantileWithoutLe } from "../../rules/quantile-without-le.js";
import { checkRule } from "./check-rule.js";

checkRule(quantileWithoutLe, {
  silent: [
    "histogram_quantile(0.9, rate(x_bucket[5m]))",
    "histogram_quantile(0.9, sum by (le) (rate(x_bucket[5m])))",
    "histogram_quantile(0.9, sum without (pod) (rate(x_bucket[5m])))",
    "histogram_quantile(0.9, topk(5, rate(x_bucket[5m])))",
    "histogram_quantile(0.9, sum by (job) (rate(x[5m])))",
    "histogram_quantile(0.9, sum by (job) (job:x_bucket:rate5m))",
    "histogram_quantile(0.9, sum by (job) (rate(x[5m])) or sum by (le) (rate(x_bucket[5m])))",
    'histogram_quantile(0.9, label_replace(sum by (bound) (rate(x_bucket[5m])), "le", "$1", "bound", "(.*)"))',
    "sum by (job) (rate(x_bucket[5m]))",
    "histogram_sum(sum by (job) (rate(x_bucket[5m])))",
  ],
  finds: {
    "histogram_quantile(0.9, sum(rate(x_bucket[5m])) by (job))": ["by (job)"],
    "histogram_quantile(0.9, avg by () (rate(x_bucket[5m])))": ["by ()"],
    "histogram_quantile(0.9, sum by (le) (sum by (job) (rate(x_bucket[5m]))))": ["by (job)"],
    "histogram_quantile(0.9, sum by (job) (rate(x_bucket[5m])) > 0)": ["by (job)"],
    "histogram_quantile(0.9, sum by (job) (rate(x_bucket[5m])) or sum by (job) (rate(y_bucket[5m])))": ["by (job)"],
  },
  fixes: {
    "histogram_quantile(0.9, sum(rate(x_bucket[5m])))":
      "review: histogram_quantile(0.9, sum by (le) (rate(x_bucket[5m])))",
    "histogram_quantile(0.9, sum (rate(x_bucket[5m])))":
      "review: histogram_quantile(0.9, sum by (le) (rate(x_bucket[5m])))",
    "histogram_quantile(0.9, sum(rate(x_bucket[5m])) by (job, pod))":
      "review: histogram_quantile(0.9, sum(rate(x_bucket[5m])) by (le, job, pod))",
    "histogram_quantile(0.9, sum by () (rate(x_bucket[5m])))":
      "review: histogram_quantile(0.9, sum by (le) (rate(x_bucket[5m])))",
    "histogram_quantile(0.9, sum without (le) (rate(x_bucket[5m])))":
      "review: histogram_quantile(0.9, sum without () (rate(x_bucket[5m])))",
    "histogram_quantile(0.9, sum without (le, pod) (rate(x_bucket[5m])))":
      "review: histogram_quantile(0.9, sum without (pod) (rate(x_bucket[5m])))",
    "histogram_quantile(0.9, sum without (pod, le) (rate(x_bucket[5m])))":
      "review: histogram_quantile(0.9, sum without (pod) (rate(x_bucket[5m])))",
    "histogram_quantile(0.9, max by (job) (sum by (job, pod) (rate(x_bucket[5m]))))":
      "review: histogram_quantile(0.9, max by (le, job) (sum by (le, job, pod) (rate(x_bucket[5m]))))",
    "histogram_quantile(0.9, topk(3, sum by (job) (rate(x_bucket[5m]))))":
      "review: histogram_quantile(0.9, topk(3, sum by (le, job) (rate(x_bucket[5m]))))",
    "histogram_quantile(0.9, sum by (job) (rate(x_bucket[5m])) * on (job) up)": "none",
    'histogram_quantile(0.9, sum by (le) (rate(x_bucket{le=""}[5m])))': "none",
  },
});

checkRule(
  quantileWithoutLe,
  {
    silent: [
      "histogram_quantile(0.9, sum by ($by) (rate(x_bucket[5m])))",
      "histogram_quantile(0.9, sum by (job) (rate($metric[5m])))",
    ],
    finds: { 'histogram_quantile($q, sum by (job) (rate(x_bucket{pod=~"$pod"}[$__rate_interval])))': ["by (job)"] },
  },
  { variables: "grafana" },
);
