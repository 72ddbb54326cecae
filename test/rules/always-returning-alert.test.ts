import { alwaysReturningAlert } from "../../rules/always-returning-alert.js";
import { checkAlertingRule } from "./check-alerting-rule.js";

checkAlertingRule(alwaysReturningAlert, {
  silent: [
    { expr: "up == 0" },
    { expr: "errors" },
    { expr: "sum(errors)" },
    { expr: "vector(1)" },
    { expr: "vector(0) or vector(1)" },
    { expr: "absent(up)" },
    { expr: "(sum(up) or vector(0)) < 1" },
    { expr: "(sum(up) or vector(0)) > 5" },
    { expr: "sum(up) > 5 or vector(0) > 5" },
    { expr: "(a > bool 1) * b > 0" },
    { expr: "a > bool 1 == 1" },
    { expr: "sum(a > bool 1) > 3" },
    { expr: "(a > bool 1) * b" },
    { expr: "count_values('value', a > bool 1)" },
    { expr: "a > 1 or b" },
    { expr: "vector(1) unless on () up" },
    { expr: "vector(1) and on () up" },
    { expr: "a > (b or vector(0))" },
    { expr: "hour() > 5 and on () up == 0" },
    { expr: "up >" },
  ],
  finds: [
    [{ expr: "up > bool 0" }, "bool"],
    [{ expr: "(up == bool 0)" }, "bool"],
    [{ expr: "a > bool b" }, "bool"],
    [{ expr: "sum by (job) (up == bool 0)" }, "bool"],
    [{ expr: "100 * (1 - avg(up != bool 1))" }, "bool"],
    [{ expr: "a > 5 or vector(0)" }, "vector(0)"],
    [{ expr: "a or vector(0) == 0" }, "vector(0) == 0"],
    [{ expr: "sum(a) or on () vector(1)" }, "vector(1)"],
    [{ expr: "up == 0 or 1 + vector(1)" }, "1 + vector(1)"],
  ],
  fixes: [
    [{ expr: "up > bool 0" }, "review: up > 0"],
    [{ expr: "up >bool(0)" }, "review: up >(0)"],
    [{ expr: "a == bool on (job) b" }, "review: a == on (job) b"],
    [{ expr: "a > 5 or vector(0)" }, "none"],
  ],
});
