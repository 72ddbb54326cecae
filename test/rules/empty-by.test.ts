import { emptyBy } from "../../rules/empty-by.js";
import { checkRule } from "./check-rule.js";

checkRule(emptyBy, {
  silent: ["sum(up)", "sum by (job) (up)", "sum without () (up)", "up + on () up", "up * ignoring () up"],
  finds: { "sum by () (max(up) by())": ["by ()", "by()"] },
  fixes: {
    "sum by () (up)": "safe: sum(up)",
    "sum by()(up)": "safe: sum(up)",
    "sum BY ( ) (up)": "safe: sum(up)",
    "sum(up) by ()": "safe: sum(up)",
    "sum(up)by()or vector(0)": "safe: sum(up)or vector(0)",
    "sum(up) by () / 2": "safe: sum(up) / 2",
    "topk by () (3, up)": "safe: topk(3, up)",
    'count_values("v", up) by ()': 'safe: count_values("v", up)',
    "sum\n  by ()\n  (up)": "safe: sum\n(up)",
    "sum # all\nby () (up)": "safe: sum # all\n(up)",
    "sum by () # none\n(up)": "safe: sum# none\n(up)",
    "sum(up) # all\nby ()": "safe: sum(up) # all\n",
    "absent(sum by () (up))": "safe: absent(sum(up))",
  },
});

checkRule(emptyBy, { silent: ["sum by ($labels) (up)", "sum(up) by ([[labels]])"] }, { variables: "grafana" });
