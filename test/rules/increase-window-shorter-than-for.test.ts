import { increaseWindowShorterThanFor } from "../../rules/increase-window-shorter-than-for.js";
import { checkAlertingRule } from "./check-alerting-rule.js";

checkAlertingRule(increaseWindowShorterThanFor, {
  silent: [
    { expr: "increase(a[5m]) > 0" },
    { expr: "increase(a[5m]) > 0", for: "0s" },
    { expr: "increase(a[5m]) > 0", for: "5m" },
    { expr: "increase(a[15m]) > 0", for: "10m" },
    // Only many events exceed it.
    { expr: "increase(a[5m]) > 3", for: "10m" },
    { expr: "increase(a[5m]) > bool 0", for: "10m" },
    { expr: "increase(a[5m]) == 0", for: "10m" },
    { expr: "increase(a[5m]) < 0", for: "10m" },
    { expr: "0 > increase(a[5m])", for: "10m" },
    { expr: "increase(a[5m]) != 1", for: "10m" },
    { expr: "max_over_time(a[5m]) > 0", for: "10m" },
    { expr: "increase(a[5m:1m]) > 0", for: "10m" },
    { expr: "min(increase(a[5m])) > 0", for: "10m" },
    { expr: "a > 0", for: "10m" },
    { expr: "increase(a[", for: "10m" },
  ],
  finds: [
    [{ expr: "increase(a[5m]) > 0", for: "10m" }, "5m <- 10m"],
    [{ expr: "0 < (sum by (job) (rate({'a.b'}[1m])))", for: "5m" }, "1m <- 5m"],
    [{ expr: "changes(a[5m]) != 0", for: "10m" }, "5m <- 10m"],
    [{ expr: "0 != changes(a[5m])", for: "10m" }, "5m <- 10m"],
    [{ expr: "changes(a[5m] offset 1h) > 1 - 1", for: "10m" }, "5m <- 10m"],
    [{ expr: "max(resets(a[5m])) > 0 or increase(b[1h]) > 0", for: "10m" }, "5m <- 10m"],
  ],
});
