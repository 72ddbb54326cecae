import { hasOnePerGroup } from "../src/analysis/labels/one-per-group.js";
import { passedOn } from "../src/analysis/labels/passed-on.js";
import { selectedType } from "../src/analysis/selectors.js";
import { defineRule, type Query } from "../src/lint/rule.js";
import type { Aggregation, Expr, VectorSelector } from "../src/syntax/ast.js";
import type { Span } from "../src/syntax/problem.js";
import { nodesOf } from "../src/syntax/walk.js";

export const averagedQuantile = defineRule({
  id: "averaged-quantile",
  summary: "An average or a sum of quantiles is no quantile of anything",
  category: "histograms",
  severity: "warning",
  subject: "query",
  needs: "Aggregation",

  *check(query) {
    for (const aggregation of nodesOf(query.root, "Aggregation")) {
      const { op } = aggregation;
      if (op.text !== "avg" && op.text !== "sum") continue;

      const quantiles = quantilesIn(aggregation, query);
      if (!quantiles || hasOnePerGroup(aggregation)) continue;

      yield {
        at: op.span,
        message: `the ${op.text === "avg" ? "average" : "sum"} of quantiles is the quantile of no observations`,
        because: [{ at: quantiles.span, message: quantiles.isSummary ? "a quantile of a summary" : "the quantiles" }],
        help: quantiles.isSummary
          ? "take the highest with `max`, or give each its own line"
          : "aggregate the buckets by `le`, then take the quantile",
      };
    }
  },
});

interface Quantiles {
  readonly span: Span;
  readonly isSummary: boolean;
}

/** The quantiles that an aggregation is given as they are, perhaps scaled or filtered. */
function quantilesIn({ expr: root, grouping }: Aggregation, query: Query): Quantiles | undefined {
  const byQuantile = grouping?.mode.text === "by" && grouping.labels.some(({ text }) => text === quantileLabel);
  let expr: Expr | undefined = root;
  while (expr) {
    if (expr.kind === "VectorSelector") return summaryQuantiles(expr, byQuantile, query);
    if (expr.kind === "Call" && expr.name.text === "histogram_quantile") {
      return { span: expr.name.span, isSummary: false };
    }
    expr = passedOn(expr);
  }
  return undefined;
}

const quantileLabel = "quantile";

function summaryQuantiles(selector: VectorSelector, byQuantile: boolean, query: Query): Quantiles | undefined {
  const matcher = selector.matchers.find(({ label }) => label.text === quantileLabel);
  if (matcher) {
    const isOne = matcher.op.text === "=" && (matcher.valueToken.variable || isBetween(Number(matcher.value)));
    return isOne ? { span: matcher.span, isSummary: true } : undefined;
  }
  const series = selectedType(selector, query);
  const isSummary = series?.type === "summary" && series.part === "value";
  return isSummary || byQuantile ? { span: selector.span, isSummary: true } : undefined;
}

/** The quantiles 0 and 1 are the lowest and the highest observation, which may well be averaged. */
function isBetween(quantile: number): boolean {
  return quantile > 0 && quantile < 1;
}
