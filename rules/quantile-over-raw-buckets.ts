import { bucketsOf } from "../src/analysis/buckets.js";
import { histogramArgument } from "../src/analysis/histogram-argument.js";
import { relabelled } from "../src/analysis/labels/relabelled.js";
import { metricNames } from "../src/lint/options.js";
import { defineRule, type Query } from "../src/lint/rule.js";
import { formatDuration } from "../src/promql/durations.js";
import { matchesSome } from "../src/promql/name-pattern.js";
import type { Expr, VectorSelector } from "../src/syntax/ast.js";
import type { Fix } from "../src/syntax/problem.js";
import { nodesOf } from "../src/syntax/walk.js";

export const quantileOverRawBuckets = defineRule({
  id: "quantile-over-raw-buckets",
  summary: "A quantile of raw buckets is that of all observations since each process started",
  category: "histograms",
  severity: "error",
  subject: "query",
  needs: "Call",
  options: {
    exceptMetrics: metricNames("Buckets that start at 0 in every sample, such as those of Stackdriver", [
      "stackdriver_*",
    ]),
  },

  *check(query, { exceptMetrics }) {
    for (const call of nodesOf(query.root, "Call")) {
      const vector = histogramArgument(call);
      const selector = vector && passedOn(vector);
      const metric = selector && bucketsOf(selector, query);
      if (!metric || matchesSome(exceptMetrics, metric.text)) continue;

      yield {
        at: metric.span,
        message: `without \`rate()\`, \`${metric.text}\` counts every observation since each process started`,
        fixes: [rateOf(selector, query)],
      };
    }
  },
});

/** The selector whose values an expression passes on, perhaps aggregated or relabelled. */
function passedOn(expr: Expr): VectorSelector | undefined {
  if (expr.kind === "VectorSelector") return expr;
  const inner = expr.kind === "Paren" || expr.kind === "Aggregation" ? expr.expr : relabelled(expr);
  return inner && passedOn(inner);
}

/** Over five minutes, or as long as four scrapes take. The range stands before `offset` and `@`. */
function rateOf({ span, metric, braces }: VectorSelector, { settings }: Query): Fix {
  const range = `[${formatDuration(Math.max(300, 4 * (settings.scrapeInterval ?? 0)))}]`;
  const end = Math.max(metric?.span.to ?? 0, braces?.to ?? 0);
  const ends = [
    { from: end, to: end, insert: range },
    { from: span.to, to: span.to, insert: ")" },
  ];
  return {
    title: "Use `rate()`",
    safety: "review",
    edits: [
      { from: span.from, to: span.from, insert: "rate(" },
      ...(end === span.to ? [{ from: end, to: end, insert: `${range})` }] : ends),
    ],
  };
}
