import { quantileOutOfRange } from "../../rules/quantile-out-of-range.js";
import { checkRule } from "./check-rule.js";

checkRule(quantileOutOfRange, {
  silent: [
    "histogram_quantile(0, rate(x_bucket[5m]))",
    "histogram_quantile(1, rate(x_bucket[5m]))",
    "histogram_quantile(95 / 100, rate(x_bucket[5m]))",
    "histogram_quantile(scalar(q), rate(x_bucket[5m]))",
    "quantile(0.5, up)",
    "topk(5, up)",
    "quantile_over_time(time() / 1e9, up[5m])",
    "predict_linear(up[5m], 95)",
  ],
  finds: {
    "histogram_quantile(95, rate(x_bucket[5m]))": ["95"],
    "histogram_quantile((100 - 5), rate(x_bucket[5m]))": ["(100 - 5)"],
    "quantile by (job) (-0.5, up)": ["-0.5"],
    "quantile(NaN, up)": ["NaN"],
    "quantile_over_time(1.01, up[5m])": ["1.01"],
    "quantile(scalar(vector(99)), up)": ["scalar(vector(99))"],
  },
  fixes: {
    "quantile(NaN, up)": "none",
    "histogram_quantile(95, rate(x_bucket[5m]))": "review: histogram_quantile(0.95, rate(x_bucket[5m]))",
    "histogram_quantile((99.9), rate(x_bucket[5m]))": "review: histogram_quantile((0.999), rate(x_bucket[5m]))",
    "quantile(100, up)": "review: quantile(1, up)",
    "quantile_over_time(10, up[5m])": "review: quantile_over_time(0.1, up[5m])",
    "quantile(2, up)": "none",
    "quantile(999, up)": "none",
    "quantile(-95, up)": "none",
    "quantile(95s, up)": "none",
    "quantile(90 + 5, up)": "none",
  },
});

checkRule(
  quantileOutOfRange,
  { finds: { 'histogram_quantiles(rate(x_bucket[5m]), "q", 0.5, 90, 0.99)': ["90"] } },
  { prometheus: { features: ["promql-experimental-functions"] } },
);

checkRule(
  quantileOutOfRange,
  { silent: ["histogram_quantile($q, rate(x_bucket[5m]))", "quantile($q / 100, up)"] },
  { variables: "grafana" },
);
