import { constantValue } from "../src/analysis/values/constant-value.js";
import { withoutParens } from "../src/analysis/without-parens.js";
import { defineRule } from "../src/lint/rule.js";
import { formatNumber } from "../src/promql/numbers.js";
import type { Call, Expr } from "../src/syntax/ast.js";
import type { Fix } from "../src/syntax/problem.js";
import { nodesOf } from "../src/syntax/walk.js";

export const quantileOutOfRange = defineRule({
  id: "quantile-out-of-range",
  summary: "A quantile below 0 or above 1 is infinite",
  category: "histograms",
  severity: "error",
  subject: "query",

  *check(query) {
    for (const quantile of quantilesIn(query.root)) {
      const value = constantValue(quantile);
      if (value === undefined || (value >= 0 && value <= 1)) continue;

      const fix = asFraction(quantile, value);
      yield {
        at: quantile.span,
        message: `a quantile lies between 0 and 1, so the result is always ${outcome(value)}`,
        ...(fix && { fixes: [fix] }),
      };
    }
  },
});

function outcome(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  return value < 0 ? "-Inf" : "+Inf";
}

function* quantilesIn(root: Expr): Iterable<Expr> {
  for (const { op, param } of nodesOf(root, "Aggregation")) if (op.text === "quantile" && param) yield param;
  for (const call of nodesOf(root, "Call")) yield* quantilesOf(call);
}

function quantilesOf({ name, args }: Call): readonly Expr[] {
  switch (name.text) {
    case "histogram_quantile":
    case "quantile_over_time":
      return args.slice(0, 1);
    case "histogram_quantiles":
      return args.slice(2);
    default:
      return [];
  }
}

/** 95 is a percentage; what 2 means nobody knows. */
function asFraction(quantile: Expr, value: number): Fix | undefined {
  const literal = withoutParens(quantile);
  if (literal.kind !== "NumberLiteral" || literal.duration || !(value >= 10 && value <= 100)) return undefined;
  const fraction = formatNumber(Number((value / 100).toPrecision(12)));
  return { title: `Use \`${fraction}\``, safety: "review", edits: [{ ...literal.span, insert: fraction }] };
}
