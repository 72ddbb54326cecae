import { absentWithoutFor } from "../../rules/absent-without-for.js";
import { checkAlertingRule } from "./check-alerting-rule.js";

checkAlertingRule(absentWithoutFor, {
  silent: [
    { expr: "absent(up)", for: "5m" },
    { expr: "absent(up)", for: "1s" },
    { expr: "absent_over_time(up[5m])" },
    { expr: "absent(last_over_time(up[10m]))" },
    { expr: "absent(avg_over_time((up == 1)[10m:1m]))" },
    { expr: "absent(up) == 0" },
    { expr: "absent(up) == on () b" },
    { expr: "absent(up) and on () deployed" },
    { expr: "up == 0" },
    { expr: "absent(" },
  ],
  finds: [
    [{ expr: "absent(up)" }, "absent"],
    [{ expr: "absent(up)", for: "0m" }, "absent"],
    [{ expr: "absent(up)", for: "0" }, "absent"],
    [{ expr: "((absent(up == 1)))" }, "absent"],
    [{ expr: "absent(up) == 1" }, "absent"],
    [{ expr: "0 < (absent(up))" }, "absent"],
    [{ expr: "absent(a) or absent(b) or c > 1" }, "absent", "absent"],
  ],
});
