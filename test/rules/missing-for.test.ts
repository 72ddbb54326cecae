import { missingFor } from "../../rules/missing-for.js";
import { checkGroups } from "./check-groups.js";

const alert = { alert: "Down", expr: "up == 0" };

checkGroups(missingFor, {
  silent: [
    { rules: [{ ...alert, for: "1s" }] },
    { rules: [{ record: "down", expr: "up == 0" }] },
    // absent-without-for tells it.
    { rules: [{ alert: "Gone", expr: "absent(up)" }] },
    { rules: [{ alert: "Gone", expr: "absent(up) or up == 0" }] },
    // It always fires.
    { rules: [{ alert: "Watchdog", expr: "vector(1)" }] },
  ],
  finds: [
    [{ rules: [alert] }, "Down"],
    [{ rules: [{ ...alert, for: "0s" }] }, "0s"],
    [{ rules: [{ ...alert, keep_firing_for: "5m" }] }, "Down"],
    [{ rules: [{ ...alert, expr: "vector(0) > 1" }] }, "Down"],
    [{ rules: [{ ...alert, expr: "up ==" }] }, "Down"],
  ],
  says: [
    [
      { rules: [{ ...alert, for: "0m" }] },
      "info: with `for: 0m` the alert fires as soon as its condition holds in one evaluation",
    ],
  ],
});

checkGroups(
  missingFor,
  {
    silent: [{ rules: [{ ...alert, for: "2m" }] }, { rules: [{ ...alert, alert: "DiskReadOnly" }] }],
    finds: [
      [{ rules: [{ ...alert, for: "90s" }] }, "90s"],
      [{ rules: [{ ...alert, alert: "ReadOnlyDisk" }] }, "ReadOnlyDisk"],
    ],
    says: [[{ rules: [{ ...alert, for: "1m" }] }, "info: the alert waits for `1m`, and `2m` is the least"]],
  },
  { shortest: 120, exceptAlerts: ["Disk*"] },
);
