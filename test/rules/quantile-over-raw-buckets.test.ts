import { quantileOverRawBuckets } from "../../rules/quantile-over-raw-buckets.js";
import { metricsOf } from "../../src/metrics/metrics.js";
import { checkRule } from "./check-rule.js";

checkRule(quantileOverRawBuckets, {
  silent: [
    "histogram_quantile(0.9, rate(x_bucket[5m]))",
    "histogram_quantile(0.9, sum by (le) (increase(x_bucket[5m])))",
    "histogram_quantile(0.9, x_bucket - x_bucket offset 1h)",
    "histogram_quantile(0.9, x)",
    "histogram_quantile(0.9, sum(x))",
    "histogram_quantile(0.9, job:x_bucket:rate5m)",
    "histogram_quantile(0.9, job:x_bucket)",
    "histogram_quantile(0.9, stackdriver_https_latencies_bucket)",
    'histogram_quantile(0.9, {job="api"})',
    'histogram_quantile(0.9, {__name__=~".*_bucket"})',
    "sum by (le) (x_bucket)",
    "histogram_fraction(0, 1, rate(x_bucket[5m]))",
  ],
  finds: {
    "histogram_quantile(0.9, (x_bucket))": ["x_bucket"],
    "histogram_quantile(0.9, sum(max by (le, pod) (x_bucket)) by (le))": ["x_bucket"],
    'histogram_quantile(0.9, label_replace(x_bucket, "a", "$1", "b", "(.*)"))': ["x_bucket"],
    'histogram_quantile(0.9, {__name__="x_bucket"})': ['"x_bucket"'],
    "max_over_time(histogram_quantile(0.9, x_bucket)[1h:])": ["x_bucket"],
    "histogram_fraction(0, 1, x_bucket)": ["x_bucket"],
  },
  fixes: {
    "histogram_quantile(0.9, sum(x_bucket) by (le))":
      "review: histogram_quantile(0.9, sum(rate(x_bucket[5m])) by (le))",
    'histogram_quantile(0.9, x_bucket{job="api"} offset 1h)':
      'review: histogram_quantile(0.9, rate(x_bucket{job="api"}[5m] offset 1h))',
    'histogram_quantile(0.9, {"x_bucket"} @ start())':
      'review: histogram_quantile(0.9, rate({"x_bucket"}[5m] @ start()))',
    "histogram_quantile(0.9, x_bucket @ 100 offset 5m)":
      "review: histogram_quantile(0.9, rate(x_bucket[5m] @ 100 offset 5m))",
  },
});

checkRule(
  quantileOverRawBuckets,
  { finds: { 'histogram_quantiles(sum by (le) (x_bucket), "q", 0.5, 0.9)': ["x_bucket"] } },
  { prometheus: { features: ["promql-experimental-functions"] } },
);

checkRule(
  quantileOverRawBuckets,
  { fixes: { "histogram_quantile(0.9, x_bucket)": "review: histogram_quantile(0.9, rate(x_bucket[8m]))" } },
  { settings: { scrapeInterval: 120 } },
);

const metrics = metricsOf([{ name: "sizes", type: "gaugehistogram", source: "test" }]);
checkRule(quantileOverRawBuckets, { silent: ["histogram_quantile(0.9, sizes_bucket)"] }, { metrics });

checkRule(
  quantileOverRawBuckets,
  {
    silent: ["histogram_quantile(0.9, $metric)", "histogram_quantile(0.9, ${name}_bucket)"],
    finds: { 'histogram_quantile($q, sum by ($by) (x_bucket{pod=~"$pod"}))': ["x_bucket"] },
  },
  { variables: "grafana" },
);

checkRule(
  quantileOverRawBuckets,
  {
    silent: ["histogram_quantile(0.9, delta_bucket)"],
    finds: { "histogram_quantile(0.9, stackdriver_x_bucket)": ["stackdriver_x_bucket"] },
  },
  { ruleOptions: { exceptMetrics: ["delta_*"] } },
);
