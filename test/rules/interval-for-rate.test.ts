import { intervalForRate } from "../../rules/interval-for-rate.js";
import { checkDashboardRule } from "./check-dashboard.js";

const expr = "rate(requests_total[$__interval])";

checkDashboardRule(intervalForRate, {
  silent: [
    { expr: "rate(requests_total[$__rate_interval])" },
    { expr: "rate(requests_total[5m])" },
    { expr: "rate(requests_total[$interval])", variables: { interval: { type: "interval", query: "1m,5m" } } },
    { expr: "avg_over_time(requests[$__interval])" },
    { expr: "max_over_time(rate(requests_total[5m])[$__interval:])" },
    { expr: "rate(requests_total[$__interval:1s])" },
    { expr, panel: { interval: "1m" } },
    { expr, panel: { interval: ">2m" } },
    { expr, panel: { interval: "$least" }, variables: { least: { type: "interval", query: "1m" } } },
    { expr, target: { interval: "5m" } },
    { expr: "# rate(x[$__interval])\nup" },
  ],
  finds: [
    [{ expr }, "$__interval"],
    [
      { expr: "increase(requests_total[${__interval}]) / irate(requests_total[[[__interval]]])" },
      "${__interval}",
      "[[__interval]]",
    ],
    [{ expr: 'sum by (job) (rate({"http.requests", a="\\"b"}[$__interval]))' }, "$__interval"],
    [{ expr: "deriv((temperature[$__interval]))" }, "$__interval"],
    [{ expr, panel: { interval: "30s" }, target: { interval: "10s" } }, "$__interval"],
    [{ expr, panel: { interval: "often" } }, "$__interval"],
    [{ expr, panel: { type: "stat" }, target: { instant: true, range: false } }, "$__interval"],
  ],
  fixes: [
    [{ expr: 'rate({"a.b", c="\\"é"}[$__interval])' }, 'review: rate({"a.b", c="\\"é"}[$__rate_interval])'],
    [
      { expr: "rate(\n\ta_total[${__interval}] # $__interval\n)" },
      "review: rate(\n\ta_total[$__rate_interval] # $__interval\n)",
    ],
  ],
});
