import { quantileOverExtreme } from "../../rules/quantile-over-extreme.js";
import { checkRule } from "./check-rule.js";

checkRule(quantileOverExtreme, {
  silent: [
    "histogram_quantile(0.9, sum by (le) (rate(x_bucket[5m])))",
    "histogram_quantile(0.9, avg by (le) (rate(x_bucket[5m])))",
    "histogram_quantile(0.9, rate(x_bucket[5m]))",
    "histogram_quantile(0.9, sum by (le) (max by (le, pod) (rate(x_bucket[5m]))))",
    "histogram_quantile(0.9, max without (prometheus_replica) (rate(x_bucket[5m])))",
    "histogram_quantile(0.9, max without (prometheus, replica) (rate(x_bucket[5m])))",
    "histogram_quantile(0.9, max by (le, job) (sum by (le, job) (rate(x_bucket[5m]))))",
    "histogram_quantile(0.9, max_over_time(x_bucket[5m]))",
    "histogram_quantile(0.9, avg_over_time(rate(x_bucket[5m])[1h:]))",
    "max(histogram_quantile(0.9, rate(x_bucket[5m])))",
    "max by (le) (rate(x_bucket[5m]))",
    "histogram_count(max(rate(x[5m])))",
  ],
  finds: {
    "histogram_quantile(0.9, max by (le) (rate(x_bucket[5m])))": ["max"],
    "histogram_quantile(0.9, (min(rate(x_bucket[5m])) by (le, job)) * 1000)": ["min"],
    "histogram_quantile(0.9, quantile by (le) (0.5, rate(x_bucket[5m])))": ["quantile"],
    "histogram_quantile(0.9, max without (pod) (rate(x[5m])))": ["max"],
    "histogram_quantile(0.9, max without (pod, replica) (rate(x_bucket[5m])))": ["max"],
    "histogram_quantile(0.9, max without () (job:x_bucket:rate5m))": ["max"],
    "histogram_quantile(0.9, max by (le) (sum by (le, pod) (rate(x_bucket[5m]))))": ["max"],
    "histogram_quantile(0.9, topk(10, max by (le) (rate(x_bucket[5m]))) > 0)": ["max"],
    'histogram_quantile(0.9, label_replace(max by (le) (rate(x_bucket[5m])), "a", "b", "", ""))': ["max"],
    "histogram_fraction(0, 0.1, max by (le) (rate(x_bucket[5m])))": ["max"],
    "histogram_quantile(0.9, max_over_time(rate(x_bucket[5m])[1h:]))": ["max_over_time"],
    "histogram_quantile(0.9, quantile_over_time(0.5, job:x_bucket:rate5m[1h]))": ["quantile_over_time"],
    "histogram_quantile(0.9, # all\n  max by (le) ({'http.seconds_bucket'}))": ["max"],
  },
  fixes: {
    "histogram_quantile(0.9, max by (le) (rate(x_bucket[5m])))":
      "review: histogram_quantile(0.9, sum by (le) (rate(x_bucket[5m])))",
    "histogram_quantile(0.9, max(rate(x[5m])))": "review: histogram_quantile(0.9, sum(rate(x[5m])))",
    "histogram_quantile(0.9, quantile by (le) (0.5, rate(x_bucket[5m])))": "none",
    "histogram_quantile(0.9, max_over_time(rate(x_bucket[5m])[1h:]))": "none",
  },
});

checkRule(
  quantileOverExtreme,
  {
    silent: ["histogram_quantile(0.9, $query)"],
    finds: { "histogram_quantile($q, max by (le, $by) (rate($metric[$__rate_interval])))": ["max"] },
  },
  { variables: "grafana" },
);
