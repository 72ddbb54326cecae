import { withoutParens } from "../src/analysis/without-parens.js";
import { defineRule } from "../src/lint/rule.js";
import { isZeroDuration } from "../src/promql/durations.js";
import type { Call, Expr } from "../src/syntax/ast.js";

export const absentWithoutFor = defineRule({
  id: "absent-without-for",
  summary: "An alert on `absent()` without `for` fires at each restart",
  category: "alerts",
  severity: "info",
  subject: "alerting-rule",

  *check({ expr: { field }, query, for: holds }) {
    if (!query || (holds && !isZeroDuration(holds.text))) return;

    for (const { name } of absentCalls(query.root)) {
      yield {
        at: { field, span: name.span },
        message:
          "`absent()` returns something as soon as no series is there once, and without `for` the alert fires at once",
        help: "add `for: 5m`",
      };
    }
  },
});

/** The calls whose result is that of the query, or a part of it. */
function absentCalls(root: Expr): readonly Call[] {
  const found: Call[] = [];
  const pending = [root];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const expr = withoutParens(next);
    if (expr.kind === "Binary" && expr.op.text === "or") pending.push(expr.right, expr.left);
    if (expr.kind === "Call" && expr.name.text === "absent") found.push(expr);
  }
  return found;
}
