import { countComparedToZero } from "../../rules/count-compared-to-zero.js";
import { checkRule } from "./check-rule.js";

checkRule(countComparedToZero, {
  silent: [
    "count(up) > 0",
    "count(up) >= 1",
    "count(up) != 0",
    "count(up) == 1",
    "count(up) <= 1",
    "count(up) < 2",
    "0 < count(up)",
    "1 >= count(up)",
    "sum(up) == 0",
    "(count(up) or vector(0)) == 0",
    "count(up) - count(down) == 0",
    "count(up) == count(down)",
    "count(up) == on () total",
    'count_values("v", up) == 0',
    "count(up) or vector(0) == 0",
    "count(up == 0)",
  ],
  finds: {
    "count(up) == 0": ["count(up) == 0"],
    "0 == (count(up))": ["0 == (count(up))"],
    "count(up) < 1": ["count(up) < 1"],
    "1 > count(up)": ["1 > count(up)"],
    "count(up) <= 0": ["count(up) <= 0"],
    "count(up) == bool 0": ["count(up) == bool 0"],
    "count(up) == 1 - 1": ["count(up) == 1 - 1"],
    "count(up) == vector(0)": ["count(up) == vector(0)"],
    "count(up) == -1": ["count(up) == -1"],
    "count(up) == 0 or count(down) == 0": ["count(up) == 0", "count(down) == 0"],
    "count_over_time(up[5m]) == 0": ["count_over_time(up[5m]) == 0"],
  },
  fixes: {
    "count(up) == 0": "review: absent(up)",
    '(0 == (count ((up{job="api"}))))': 'review: (absent ((up{job="api"})))',
    "count(up == 1) < 1": "review: absent(up == 1)",
    "count by () (up) == 0": "review: (count by () (up) or vector(0)) == 0",
    "count(up) == bool 0": "review: (count(up) or vector(0)) == bool 0",
    "count(up) == 0 and on () hour() > 6": "review: (count(up) or vector(0)) == 0 and on () hour() > 6",
    "count(up) by (job) == 0": "none",
    "count without () (up) == 0": "none",
    "count_over_time(up[5m]) == 0": "suggestion: absent_over_time(up[5m])",
    "sum(count_over_time(up[5m]) == 0)": "none",
  },
});

checkRule(
  countComparedToZero,
  { silent: ["count(up) == $limit", "$count == 0"], finds: { "count($expr) == 0": ["count($expr) == 0"] } },
  { variables: "grafana" },
);

checkRule(countComparedToZero, {
  fixes: { "count(a or vector(0)) == 0": "none", "count(vector(1)) < 1": "none" },
  helps: { "count(a or vector(0)) == 0": "count series that may be missing: what is counted here is always there" },
});
