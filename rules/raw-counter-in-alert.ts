import { constantValue } from "../src/analysis/values/constant-value.js";
import { orOperands } from "../src/analysis/or-operands.js";
import { metricOf, selectedType } from "../src/analysis/selectors.js";
import { withoutParens } from "../src/analysis/without-parens.js";
import { defineRule, type Query } from "../src/lint/rule.js";
import { isCumulative, type SeriesType } from "../src/metrics/series-type.js";
import type { Binary, Expr, VectorSelector } from "../src/syntax/ast.js";

export const rawCounterInAlert = defineRule({
  id: "raw-counter-in-alert",
  summary: "An alert on the value of a counter goes on until the counter starts again",
  category: "alerts",
  severity: "warning",
  subject: "alerting-rule",

  *check({ expr: { field }, query }) {
    for (const binary of query ? conditions(query.root) : []) {
      const selector = query && comparedCounter(binary, query);
      const metric = selector && metricOf(selector);
      if (!metric) continue;

      const { from, to } = selector.span;
      const edits = [
        { field, span: { from, to: from }, insert: "increase(" },
        { field, span: { from: to, to }, insert: "[5m])" },
      ];
      yield {
        at: { field, span: metric.span },
        message: `the counter \`${metric.text}\` never falls, so the alert goes on until the counter starts again`,
        fixes: [{ title: "Compare what is added in five minutes", safety: "review", edits }],
      };
    }
  },
});

/** The operators that alone decide whether the alert fires. */
function conditions(root: Expr): readonly Binary[] {
  return orOperands(root).filter((expr) => expr.kind === "Binary");
}

/** The counter that has to exceed a number, alone or aggregated. */
function comparedCounter({ left, right, op }: Binary, query: Query): VectorSelector | undefined {
  const isLeft = op.text === ">" || op.text === ">=";
  const isRight = op.text === "<" || op.text === "<=";
  const [compared, limit] = isLeft ? [left, right] : [right, left];
  if ((!isLeft && !isRight) || constantValue(limit) === undefined) return undefined;

  const selector = aggregated(compared);
  if (selector.kind !== "VectorSelector" || selector.offset || selector.at) return undefined;
  const series = selectedType(selector, query);
  return series?.how === "table" && isCounter(series) ? selector : undefined;
}

/** A counter, or one of those of a histogram or summary. */
function isCounter(series: SeriesType): boolean {
  return series.type === "counter" || (series.part !== "value" && isCumulative(series));
}

/** What is summed up, or of which the highest, lowest or average is taken. */
function aggregated(expr: Expr): Expr {
  let inner = withoutParens(expr);
  while (inner.kind === "Aggregation" && ["sum", "avg", "max", "min"].includes(inner.op.text)) {
    inner = withoutParens(inner.expr);
  }
  return inner;
}
