import { rateOfSubquery } from "../../rules/rate-of-subquery.js";
import { checkRule } from "./check-rule.js";

checkRule(rateOfSubquery, {
  silent: [
    "rate(x_total[5m])",
    "max_over_time(x_total[5m:1m])",
    "delta(x[5m:1m])",
    "resets(x_total[1h:1m])",
    "rate(x_total[5m:5m])",
    "rate(node_load1[5m:1m])",
    'rate(label_replace(x_total, "a", "$1", "b", "(.*)")[5m:1m])',
    "rate(sum(x_total)[5m:1m])",
    "rate((-x_total)[5m:1m])",
    "rate(job:x:rate5m[5m:1m])",
    "rate(x_total @ 1609746000[5m:1m])",
  ],
  finds: {
    "rate(x_total[5m:1m])": ["[5m:1m]"],
    "sum(increase((x_total)[1h:])) / 2": ["[1h:]"],
    "irate(x_total[10m:30s]) + rate(y_total[10m:30s])": ["[10m:30s]", "[10m:30s]"],
    'increase({"http.requests_total", job="api"}[1h : 1m])': ["[1h : 1m]"],
    "rate(http_request_duration_seconds[5m:1m])": ["[5m:1m]"],
    "max_over_time(rate(x_total[5m:1m])[1h:])": ["[5m:1m]"],
  },
  fixes: {
    "rate(x_total[5m:1m])": "review: rate(x_total[5m])",
    "rate(x_total[5m:])": "review: rate(x_total[5m])",
    'rate(x_total{job="api"}[5m : 1m] offset 1h)': 'review: rate(x_total{job="api"}[5m] offset 1h)',
    "rate(x_total[5m:1m] @ end())": "review: rate(x_total[5m] @ end())",
    "rate(((x_total))[5m:1m])": "review: rate(x_total[5m])",
    "rate(x_total offset 1h[5m:1m])": "review: rate(x_total[5m] offset 1h)",
    "rate((x_total{} offset -1h)[5m:1m])": "review: rate(x_total{}[5m] offset -1h)",
    'rate({"http.requests_total"}[5m:1m])': 'review: rate({"http.requests_total"}[5m])',
    "rate(\n  x_total{ # all\n}\n[5m:1m])": "review: rate(\n  x_total{ # all\n}[5m])",
    "rate(x_total offset 1h[5m:1m] offset 1d)": "none",
    "rate(x_total # the counter\n[5m:1m])": "none",
    "rate(x_total[5m: # often\n1m])": "none",
  },
  helps: { "rate(x_total # the counter\n[5m:1m])": "put a plain range behind the selector" },
});

checkRule(
  rateOfSubquery,
  {
    silent: ["rate($metric[5m:1m])", "rate(${metric}[5m:$step])"],
    fixes: {
      'increase(x_total{pod=~"$pod"}[$__range:$__interval])': 'review: increase(x_total{pod=~"$pod"}[$__range])',
      "rate($metric{$filter}[5m:1m])": "review: rate($metric{$filter}[5m])",
      "rate(x_total[[[range]]:])": "review: rate(x_total[[[range]]])",
    },
  },
  { variables: "grafana" },
);
