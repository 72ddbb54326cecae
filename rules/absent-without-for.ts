import { absentCalls } from "../src/analysis/absent-calls.js";
import { defineRule } from "../src/lint/rule.js";
import { isZeroDuration } from "../src/promql/durations.js";
import type { Expr } from "../src/syntax/ast.js";
import { nodesOf } from "../src/syntax/walk.js";

export const absentWithoutFor = defineRule({
  id: "absent-without-for",
  summary: "An alert on `absent()` without `for` fires at each restart",
  category: "alerts",
  severity: "info",
  subject: "alerting-rule",

  *check({ expr: { field }, query, for: holds }) {
    if (!query || (holds && !isZeroDuration(holds.text))) return;

    for (const { name, args } of absentCalls(query.root)) {
      if (args.some(looksBack)) continue;
      yield {
        at: { field, span: name.span },
        message: "without `for` the alert fires as soon as `absent()` finds no series once, as during a restart",
        help: "add `for: 5m`",
      };
    }
  },
});

/** Whether something of a while ago counts as well, as in `absent(last_over_time(up[10m]))`. */
function looksBack(expr: Expr): boolean {
  return nodesOf(expr, "RangeSelector").length > 0 || nodesOf(expr, "Subquery").length > 0;
}
