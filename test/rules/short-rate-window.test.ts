import { shortRateWindow } from "../../rules/short-rate-window.js";
import { checkRule } from "./check-rule.js";

checkRule(shortRateWindow, {
  silent: [
    "rate(x_total[1s])",
    "irate(x_total[15s])",
    "rate(x_total[60])",
    "max_over_time(x[5])",
    "rate(job:x_total:sum[5])",
  ],
  finds: { "rate(x_total[5])": ["5"], "irate(x_total[1] offset 5)": ["1"] },
  fixes: { "rate(x_total[5])": "review: rate(x_total[5m])" },
});

checkRule(
  shortRateWindow,
  {
    silent: [
      "rate(x_total[2m])",
      "max_over_time(x[30s])",
      "changes(x[30s])",
      "rate(x_total[30s:10s])",
      "rate(job:x_total:sum[1m])",
      'rate({__name__="job:x_total:sum"}[1m])',
    ],
    finds: {
      "rate(x_total[30s])": ["[30s]"],
      "irate((x_total[1m] offset 5m)) + delta(y[45s])": ["[1m]", "[45s]"],
      "max_over_time(rate(x_total[1m])[10m:])": ["[1m]"],
      "predict_linear({job='api'}[1m], 60)": ["[1m]"],
    },
    fixes: {
      "rate(x_total[ 1m ] offset 1h)": "review: rate(x_total[ 2m ] offset 1h)",
    },
  },
  { settings: { scrapeInterval: 30 } },
);

checkRule(
  shortRateWindow,
  {
    fixes: { "rate(x_total[30s])": "review: rate(x_total[1m])" },
    silent: ["rate(x_total[60])"],
  },
  { settings: { scrapeInterval: 15 } },
);

const scrapeIntervals = {
  byJob: new Map([["slow", { seconds: 60, from: "prometheus.yml:9" }]]),
  shortest: { seconds: 15, from: "prometheus.yml:2" },
};

checkRule(
  shortRateWindow,
  {
    silent: ["rate(x_total[1m])", "rate(x_total{job='fast'}[1m])", "rate(x_total{job=~'slow|fast'}[1m])"],
    finds: {
      "rate(x_total{job='slow'}[1m])": ["[1m]"],
      "rate(x_total{job=~'slow'}[1m])": ["[1m]"],
      "rate(x_total{job!='slow'}[30s])": ["[30s]"],
    },
    fixes: { "rate(x_total{job='slow'}[1m])": "review: rate(x_total{job='slow'}[4m])" },
  },
  { settings: { scrapeIntervals } },
);

checkRule(
  shortRateWindow,
  { silent: ["rate(x_total[1s])"], finds: { "rate(x_total{job='slow'}[1m])": ["[1m]"] } },
  { settings: { scrapeIntervals: { byJob: scrapeIntervals.byJob } } },
);

checkRule(
  shortRateWindow,
  { silent: ["rate(x_total{job='slow'}[1m])"] },
  { settings: { scrapeInterval: 5, scrapeIntervals } },
);

checkRule(
  shortRateWindow,
  {
    silent: ["rate(x_total[$__rate_interval])", "rate(x_total[$window])"],
    finds: { "rate($metric[1m])": ["[1m]"] },
  },
  { settings: { scrapeInterval: 30 }, variables: "grafana" },
);

checkRule(
  shortRateWindow,
  {
    silent: ["rate(x_total[1m])", "rate(push_a[10s])"],
    fixes: { "rate(x_total[45s])": "review: rate(x_total[1m])" },
  },
  { settings: { scrapeInterval: 30 }, ruleOptions: { scrapes: 2, exceptMetrics: ["push_*"] } },
);
