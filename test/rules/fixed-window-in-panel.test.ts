import { fixedWindowInPanel } from "../../rules/fixed-window-in-panel.js";
import { checkDashboardRule } from "./check-dashboard.js";

const expr = "rate(requests_total[5m])";

checkDashboardRule(fixedWindowInPanel, {
  silent: [
    { expr: "rate(requests_total[$__rate_interval])" },
    { expr: "increase(requests_total[5m])" },
    { expr: "rate(requests_total[1h])" },
    { expr: "rate(requests_total[5m]) / rate(requests_total[30m])" },
    { expr: "max_over_time(rate(requests_total[5m])[30m:])" },
    { expr: "avg_over_time(load[5m])" },
    { expr, target: { instant: true } },
    { expr, panel: { type: "stat" } },
    { expr, panel: { type: "table" } },
    { expr, panel: { title: "Requests [5m]" } },
  ],
  finds: [
    [{ expr }, "5m"],
    [{ expr, panel: { type: "graph" } }, "5m"],
    [{ expr: 'rate({"http.requests"}[1m]) / rate((b_total[1m] offset 1d))' }, "1m", "1m"],
  ],
  fixes: [
    [{ expr: 'sum(rate(a_total{b="\\"c"}[5m])) # d' }, 'review: sum(rate(a_total{b="\\"c"}[$__rate_interval])) # d'],
  ],
});
