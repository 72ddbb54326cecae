import { singleSampleSubquery } from "../../rules/single-sample-subquery.js";
import { checkRule } from "./check-rule.js";

checkRule(singleSampleSubquery, {
  silent: [
    "rate(x_total[5m])",
    "rate(x_total[5m:])",
    "rate(x_total[5m:1m])",
    "rate(x_total[5m:4m59s])",
    "max_over_time(x[5m:5m])",
    "last_over_time(x[5m:5m])",
    "count_over_time(x[5m:5m])",
  ],
  finds: {
    "rate(x_total[5m:5m])": ["[5m:5m]"],
    "rate((x_total[300s : 5m]))": ["[300s : 5m]"],
    "irate(x_total[5m:1h] offset 1d)": ["[5m:1h]"],
    "delta(x[5m:5m]) + idelta(x[5m:5m])": ["[5m:5m]", "[5m:5m]"],
    "predict_linear(x[1h:1h], 3600)": ["[1h:1h]"],
    "resets(x[5m:5m]) or stddev_over_time(x[5m:5m])": ["[5m:5m]", "[5m:5m]"],
  },
  fixes: {
    "rate(x_total[5m:5m])": "review: rate(x_total[5m])",
    "rate(x_total{}[5m : 5m] offset 1h)": "review: rate(x_total{}[5m] offset 1h)",
    "rate((x_total)[5m:5m])": "suggestion: rate((x_total)[5m:1m])",
    "rate(x_total offset 1h[5m:5m])": "suggestion: rate(x_total offset 1h[5m:1m])",
    "deriv(sum(x)[1h:1h])": "suggestion: deriv(sum(x)[1h:12m])",
    "deriv(sum(x)[1s:1s])": "suggestion: deriv(sum(x)[1s:200ms])",
  },
});

checkRule(
  singleSampleSubquery,
  {
    silent: ["rate(x_total[$range:5m])", "rate(x_total[5m:$step])", "rate(x_total[$__range:$__range])"],
    fixes: {
      'rate(x_total{pod="$pod"}[5m:5m])': 'review: rate(x_total{pod="$pod"}[5m])',
      "rate($metric[5m:5m])": "suggestion: rate($metric[5m:1m])",
    },
  },
  { variables: "grafana" },
);
