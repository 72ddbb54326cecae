import { lostLe } from "../src/analysis/labels/lost-le.js";
import { defineRule, type Query } from "../src/lint/rule.js";
import { selectsSeries } from "../src/promql/aggregators.js";
import type { Aggregation, Expr } from "../src/syntax/ast.js";
import type { Edit, Fix, Span } from "../src/syntax/problem.js";
import { nodesOf } from "../src/syntax/walk.js";

export const quantileWithoutLe = defineRule({
  id: "quantile-without-le",
  summary: "A quantile of buckets that have lost their `le` label is empty",
  category: "histograms",
  severity: "error",
  subject: "query",
  needs: "Call",

  *check(query) {
    for (const call of nodesOf(query.root, "Call")) {
      const lost = lostLe(call, query);
      if (!lost) continue;

      const fix = call.args[1] && keepLe(call.args[1], lost.span, query);
      yield {
        at: lost.span,
        message: `\`${call.name.text}()\` finds no buckets and returns nothing, since the label \`le\` is gone`,
        ...(fix && { fixes: [fix] }),
      };
    }
  },
});

/** Only where aggregations remove the label, and nothing else does. */
function keepLe(buckets: Expr, cause: Span, query: Query): Fix | undefined {
  if (nodesOf(query.root, "Aggregation").length === 0) return undefined;
  const aggregations = nodesOf(buckets, "Aggregation");
  const isAggregated = aggregations.some(({ span, expr }) => holds(span, cause) && !holds(expr.span, cause));
  if (!isAggregated || nodesOf(buckets, "Binary").length > 0) return undefined;
  return { title: "Keep `le`", safety: "review", edits: aggregations.flatMap((each) => editsOf(each, query)) };
}

function holds(outer: Span, inner: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

function editsOf({ op, grouping }: Aggregation, { text }: Query): readonly Edit[] {
  if (selectsSeries(op.text)) return [];
  const insertion = (at: number, insert: string) => [{ from: at, to: at, insert }];
  if (!grouping) return insertion(op.span.to, text[op.span.to] === "(" ? " by (le) " : " by (le)");

  const { labels: listed, mode } = grouping;
  const index = listed.findIndex(({ text }) => text === "le");
  const [first] = listed;
  if (mode.text === "by") {
    if (index !== -1) return [];
    return first ? insertion(first.span.from, "le, ") : insertion(grouping.span.to - 1, "le");
  }
  const [before, le, after] = [listed[index - 1], listed[index], listed[index + 1]];
  if (!le) return [];
  return [
    { from: after ? le.span.from : (before?.span.to ?? le.span.from), to: after?.span.from ?? le.span.to, insert: "" },
  ];
}
