import { duplicateGroupingLabel } from "../../rules/duplicate-grouping-label.js";
import { checkRule } from "./check-rule.js";

checkRule(duplicateGroupingLabel, {
  silent: ["sum(up)", "sum by (a, b) (up)", "sum by (a, A) (up)", "sum by (a) (max by (a) (up))"],
  finds: {
    "sum by (a, b, a, a) (up)": ["a", "a"],
    'sum by (a, "a") (up)': ['"a"'],
    "sum(up) without (a, a)": ["a"],
    "sum by (sum, sum) (up)": ["sum"],
  },
  fixes: {
    "sum by (a, a) (up)": "safe: sum by (a) (up)",
    "sum by (a,b,a) (up)": "safe: sum by (a,b) (up)",
    "sum by (a, a, b) (up)": "safe: sum by (a, b) (up)",
    "sum by (a, a,) (up)": "safe: sum by (a,) (up)",
    "sum(up) without (a,\n  a,\n  b)": "safe: sum(up) without (a,\n  b)",
    "sum by (a, # one, two\n a) (up)": "safe: sum by (a # one, two\n ) (up)",
    "absent(sum by (a, a) (up))": "safe: absent(sum by (a) (up))",
  },
});

checkRule(
  duplicateGroupingLabel,
  { silent: ["sum by ($x, $x) (up)"], finds: { "sum by (job, $x, job) (up)": ["job"] } },
  { variables: "grafana" },
);
