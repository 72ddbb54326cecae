import { valueType } from "../src/analysis/value-type.js";
import { withoutParens } from "../src/analysis/without-parens.js";
import { defineRule } from "../src/lint/rule.js";
import type { Expr } from "../src/syntax/ast.js";

export const topkInAlert = defineRule({
  id: "topk-in-alert",
  summary: "An alert on `topk()` ends for a series as soon as another one is higher",
  category: "alerts",
  severity: "info",
  subject: "alerting-rule",

  *check({ expr: { field }, query }) {
    const expr = query && withoutComparisons(query.root);
    if (expr?.kind !== "Aggregation" || (expr.op.text !== "topk" && expr.op.text !== "bottomk") || expr.grouping)
      return;

    const { text, span } = expr.op;
    yield {
      at: { field, span },
      message: `\`${text}()\` leaves a series out as soon as another one is ${text === "topk" ? "higher" : "lower"}, so its alert ends while the condition still holds`,
      help: `compare without \`${text}()\``,
    };
  },
});

/** What is left of an expression without what compares it with a number, or computes with one. */
function withoutComparisons(root: Expr): Expr {
  let expr = withoutParens(root);
  while (expr.kind === "Binary") {
    if (valueType(expr.right) === "scalar") expr = withoutParens(expr.left);
    else if (valueType(expr.left) === "scalar") expr = withoutParens(expr.right);
    else break;
  }
  return expr;
}
