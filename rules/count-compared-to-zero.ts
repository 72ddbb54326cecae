import { flipped } from "../src/analysis/values/constant.js";
import { constantValue } from "../src/analysis/values/constant-value.js";
import { labels } from "../src/analysis/labels/labels.js";
import { withoutParens } from "../src/analysis/without-parens.js";
import { defineRule, type Finding, type Query } from "../src/lint/rule.js";
import type { Aggregation, Binary, Call, Expr } from "../src/syntax/ast.js";
import type { Fix, FixSafety, Span } from "../src/syntax/problem.js";
import { nodesOf } from "../src/syntax/walk.js";

export const countComparedToZero = defineRule({
  id: "count-compared-to-zero",
  summary: "A count of nothing is no result, never 0",
  category: "logic",
  severity: "error",
  subject: "query",
  needs: "Binary",

  *check(query) {
    for (const binary of nodesOf(query.root, "Binary")) {
      const { left, right, op, bool } = binary;
      const count = countIn(left) ?? countIn(right);
      if (!count) continue;

      const isLeft = count === withoutParens(left);
      const limit = constantValue(isLeft ? right : left);
      const comparison = isLeft ? op.text : flipped(op.text);
      if (limit === undefined || !neverHolds(comparison, limit)) continue;

      const what = count.kind === "Call" ? "`count_over_time()` of no sample" : "`count()` of no series";
      yield {
        at: binary.span,
        message: `${what} gives no result and never 0, so the comparison ${bool ? "is never true" : "returns nothing"}`,
        ...adviceFor(binary, count, query),
      };
    }
  },
});

type Count = Aggregation | Call;

function countIn(expr: Expr): Count | undefined {
  const inner = withoutParens(expr);
  if (inner.kind === "Aggregation") return inner.op.text === "count" ? inner : undefined;
  return inner.kind === "Call" && inner.name.text === "count_over_time" ? inner : undefined;
}

/** Whether no count of 1 or more fulfils a comparison. */
function neverHolds(comparison: string, limit: number): boolean {
  switch (comparison) {
    case "==":
      return limit < 1;
    case "<":
      return limit <= 1;
    case "<=":
      return limit < 1;
    default:
      return false;
  }
}

/** `absent()` gives other labels than a count does, so that it stands for a whole query only. */
function adviceFor(binary: Binary, count: Count, { root }: Query): Pick<Finding, "help" | "fixes"> {
  const isWhole = !binary.bool && withoutParens(root) === binary;
  if (count.kind === "Call") {
    return isWhole ? { fixes: [absent("absent_over_time", count.name.span, "suggestion", binary, count)] } : {};
  }
  const { span, op, grouping, expr } = count;
  if (labels(expr).some(({ alwaysReturns }) => alwaysReturns)) {
    return { help: "count series that may be missing: what is counted here is always there" };
  }
  if (grouping && (grouping.mode.text === "without" || grouping.labels.length > 0)) {
    return { help: "start from a metric that has every group, and take those that are there away with `unless`" };
  }
  const zero: Fix = {
    title: "Count 0 where there is no series",
    safety: "review",
    edits: [
      { from: span.from, to: span.from, insert: "(" },
      { from: span.to, to: span.to, insert: " or vector(0))" },
    ],
  };
  return { fixes: isWhole && !grouping ? [absent("absent", op.span, "review", binary, count), zero] : [zero] };
}

function absent(name: string, replaced: Span, safety: FixSafety, { span: whole }: Binary, { span }: Count): Fix {
  return {
    title: `Use \`${name}()\``,
    safety,
    edits: [
      { from: whole.from, to: span.from, insert: "" },
      { ...replaced, insert: name },
      { from: span.to, to: whole.to, insert: "" },
    ].filter(({ from, to }) => from < to),
  };
}
