import { averagedQuantile } from "../../rules/averaged-quantile.js";
import { checkRule } from "./check-rule.js";

checkRule(averagedQuantile, {
  silent: [
    "max(histogram_quantile(0.9, rate(x_bucket[5m])))",
    "histogram_quantile(0.9, avg by (le) (rate(x_bucket[5m])))",
    "avg_over_time(histogram_quantile(0.9, rate(x_bucket[5m]))[1h:])",
    "avg by (job) (histogram_quantile(0.9, sum by (le, job) (rate(x_bucket[5m]))))",
    "sum without (pod) (histogram_quantile(0.9, sum by (le, job) (rate(x_bucket[5m]))))",
    'max(x_seconds{quantile="0.99"})',
    'avg(x_seconds{quantile="1"})',
    'avg(x_seconds{quantile="0"})',
    'avg(x_seconds{quantile=""})',
    'avg(x_seconds{quantile!="0.5"})',
    'avg(x_seconds{quantile=~"0.5|0.9"})',
    "avg(x_seconds)",
    "avg(rate(go_gc_duration_seconds_sum[5m]))",
    "avg(histogram_quantile(0.9, rate(x_bucket[5m])) > bool 1)",
    "count by (quantile) (x_seconds)",
  ],
  finds: {
    "avg(histogram_quantile(0.9, rate(x_bucket[5m])))": ["avg"],
    "sum by (job) ((histogram_quantile(0.9, sum by (le, job, pod) (rate(x_bucket[5m])))) * 1000)": ["sum"],
    "avg without (pod) (histogram_quantile(0.9, rate(x_seconds[5m])) > 0)": ["avg"],
    'avg(x_seconds{quantile="0.99"})': ["avg"],
    'sum(x_seconds{quantile="0.5"}) by (job)': ["sum"],
    'avg(label_replace({"http.seconds", quantile="0.9"}, "a", "$1", "b", "(.*)"))': ["avg"],
    "avg by (quantile, job) (x_seconds)": ["avg"],
    "avg(go_gc_duration_seconds)": ["avg"],
    "avg(# of all pods\n  histogram_quantile(0.9, rate(x_bucket[5m])))": ["avg"],
  },
  helps: {
    "avg(histogram_quantile(0.9, rate(x_bucket[5m])))": "aggregate the buckets by `le`, then take the quantile",
    'avg(x_seconds{quantile="0.99"})': "take the highest with `max`, or give each its own line",
  },
});

checkRule(
  averagedQuantile,
  {
    silent: ["avg($query)", "avg(x_seconds{$filter})"],
    finds: {
      'avg(x_seconds{quantile="$quantile"})': ["avg"],
      "avg by ($by) (histogram_quantile($q, rate(x_bucket[$__rate_interval])))": ["avg"],
    },
  },
  { variables: "grafana" },
);
