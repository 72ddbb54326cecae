import { nestedRate } from "../../rules/nested-rate.js";
import { rateOfAggregation } from "../../rules/rate-of-aggregation.js";
import { checkRule } from "./check-rule.js";

checkRule(nestedRate, {
  silent: [
    "rate(x_total[5m])",
    "rate(x_total[5m:1m])",
    "deriv(rate(x_total[5m])[1h:])",
    "delta(job:x:rate5m[1h])",
    "resets(rate(x_total[5m])[1h:])",
    "avg_over_time(rate(x_total[5m])[1h:])",
    "rate(count(rate(x_total[5m]))[1h:])",
    "rate(count_over_time(rate(x_total[5m])[1h:])[1h:])",
    "rate((rate(x_total[5m]) > bool 1)[1h:])",
    "rate((x_total and rate(y_total[5m]))[1h:])",
    "rate(sum_over_time(increase(x_total[1m])[1h:])[1h:])",
    "rate(job:x:sum[5m])",
    "rate(job:x:sum_over_time[5m])",
    "rate(job:x:rated[5m])",
    "rate(a:b:c:rate5m[5m])",
    "rate(rate5m[5m])",
  ],
  finds: {
    "rate(rate(x_total[5m])[1h:])": ["rate"],
    "increase((irate(x_total[5m]))[1h:1m])": ["irate"],
    "irate(deriv(x[5m])[1h:])": ["deriv"],
    "rate((sum by (job) (rate(x_total[5m])) * 60)[1h:])": ["rate"],
    "rate((rate(a_total[5m]) / rate(b_total[5m]))[1h:])": ["rate"],
    "rate((x_total + on () idelta(y[5m]))[1h:])": ["idelta"],
    "rate((rate(x_total[5m]) > 1)[1h:])": ["rate"],
    "rate((x_total or rate(x_total[5m]))[1h:])": ["rate"],
    "rate(max_over_time(rate(x_total[5m])[10m:])[1h:])": ["rate"],
    "rate(rate(rate(x_total[5m])[5m:])[5m:])": ["rate", "rate"],
    "rate(job:x:rate5m[1h])": ["job:x:rate5m"],
    "rate(job:x_total:sum_irate[1h:1m])": ["job:x_total:sum_irate"],
    'increase({__name__="job:x:increase1h"}[1d])': ['"job:x:increase1h"'],
    "rate(sum(job:x:rate5m)[1h:])": ["job:x:rate5m"],
    "rate(rate(# a native histogram\nhttp_request_duration_seconds[5m])[1h:])": ["rate"],
  },
  fixes: {
    "rate(rate(x_total[5m])[1h:])": "suggestion: deriv(rate(x_total[5m])[1h:])",
    "increase(rate(x_total[5m])[1h:])": "suggestion: delta(rate(x_total[5m])[1h:])",
  },
});

checkRule(
  nestedRate,
  {
    silent: ["rate($metric[5m])", "rate(job:$metric[5m])"],
    finds: { 'rate(rate(x_total{pod="$pod"}[$__rate_interval])[$__range:])': ["rate"] },
  },
  { variables: "grafana" },
);

checkRule(rateOfAggregation, {
  silent: ["rate(sum(rate(x_total[5m]))[1h:])"],
  finds: { "rate(count(rate(x_total[5m]))[1h:])": ["count"] },
});
