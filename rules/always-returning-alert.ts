import { type Branch, live } from "../src/analysis/labels/branch.js";
import { resultLabels } from "../src/analysis/labels/result-labels.js";
import { valueType } from "../src/analysis/value-type.js";
import { withoutParens } from "../src/analysis/without-parens.js";
import { defineRule } from "../src/lint/rule.js";
import { operatorInfo } from "../src/promql/operators.js";
import type { Binary, Expr, Token } from "../src/syntax/ast.js";
import { nodesOf } from "../src/syntax/walk.js";

export const alwaysReturningAlert = defineRule({
  id: "always-returning-alert",
  summary: "A query that returns something whatever the values are makes an alert that never ends",
  category: "alerts",
  severity: "warning",
  subject: "alerting-rule",

  *check({ expr: { field }, query }) {
    if (!query || nodesOf(query.root, "VectorSelector").length === 0) return;

    const branches = live(resultLabels(query.root));
    for (const { span } of branches.filter((branch) => isSure(branch, branches)).slice(0, 1)) {
      yield { at: { field, span }, message: "this always returns something, so the alert fires all the time" };
    }
    const compared = computedFrom(query.root);
    if (branches.some(({ condition }) => condition) || !isBool(compared)) return;

    const { op, bool } = compared;
    const edit = { field, span: { from: op.span.to, to: bool.span.to }, insert: "" };
    yield {
      at: { field, span: bool.span },
      message: "with `bool` the comparison returns 0 where it does not hold, so the alert fires for every series",
      fixes: [{ title: "Remove `bool`", safety: "review", edits: [edit] }],
    };
  },
});

/** Whether something of a branch, or of what takes its place, is always left after all filters. */
function isSure(branch: Branch, branches: readonly Branch[]): boolean {
  if (!branch.alwaysReturns) return false;
  const others = branches.filter((other) => other !== branch);
  return !branch.condition || !branch.replaceable || others.every(({ condition }) => !condition);
}

/** What is aggregated, or computed with a number: there is a result where that has one. */
function computedFrom(root: Expr): Expr {
  let expr = withoutParens(root);
  for (;;) {
    if (expr.kind === "Aggregation" && summing.has(expr.op.text)) expr = withoutParens(expr.expr);
    else if (expr.kind !== "Binary" || operatorInfo(expr.op.text).class !== "arithmetic") return expr;
    else if (valueType(expr.right) === "scalar") expr = withoutParens(expr.left);
    else if (valueType(expr.left) === "scalar") expr = withoutParens(expr.right);
    else return expr;
  }
}

const summing: ReadonlySet<string> = new Set(["avg", "count", "group", "max", "min", "sum"]);

function isBool(expr: Expr): expr is Binary & { readonly bool: Token } {
  return expr.kind === "Binary" && expr.bool !== undefined && valueType(expr) === "vector";
}
