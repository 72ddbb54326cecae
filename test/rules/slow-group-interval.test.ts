import { slowGroupInterval } from "../../rules/slow-group-interval.js";
import { checkGroups } from "./check-groups.js";

const record = { record: "job:up:sum", expr: "sum by (job) (up)" };
const alert = { alert: "Errors", expr: "increase(errors_total[15m]) > 0" };

checkGroups(slowGroupInterval, {
  silent: [
    { rules: [record, { ...alert, for: "1m" }] },
    { interval: "5m", rules: [record] },
    { interval: "10m", rules: [{ ...alert, for: "0s" }] },
    { interval: "10m", rules: [{ ...alert, for: "10m" }] },
    { interval: "10m", rules: [{ alert: "Down", expr: "up == 0" }] },
    { interval: "10m", rules: [{ alert: "Both", expr: "rate(a[1h]) > 1 and rate(a[5m]) > 1" }] },
    { interval: "10m", rules: [{ alert: "Highest", expr: "max_over_time(rate(a[5m])[1h:]) > 1" }] },
    { interval: "10m", rules: [{ alert: "Old", expr: "time() - last_over_time(backup_seconds[5m]) > 86400" }] },
    { interval: "10m", rules: [] },
  ],
  finds: [
    [{ interval: "5m1s", rules: [record] }, "5m1s"],
    [{ interval: "1h", rules: [record, alert] }, "1h", "15m <- 1h"],
    [{ interval: "2m", rules: [{ ...alert, for: "1m30s" }] }, "1m30s <- 2m"],
    [{ interval: "10m", rules: [{ ...alert, expr: "rate(a[5m]) > 1 and rate(b[9m]) > 1" }] }, "5m <- 10m"],
  ],
  says: [
    [
      { interval: "10m", rules: [record] },
      "warning: what this group records is gone again 5m after each evaluation, and the next comes after 10m",
    ],
  ],
});

checkGroups(
  slowGroupInterval,
  { silent: [{ interval: "10m", rules: [record] }], finds: [[{ interval: "20m", rules: [record] }, "20m"]] },
  { lookback: 900 },
);
