import { hasOnePerGroup } from "../src/analysis/labels/one-per-group.js";
import { passedOn } from "../src/analysis/labels/passed-on.js";
import { metricOf } from "../src/analysis/selectors.js";
import { withoutParens } from "../src/analysis/without-parens.js";
import { defineRule } from "../src/lint/rule.js";
import type { Aggregation, Binary, Expr } from "../src/syntax/ast.js";
import type { Severity, Span } from "../src/syntax/problem.js";
import { print, printGrouping } from "../src/syntax/print.js";
import { nodesOf } from "../src/syntax/walk.js";

export const averageOfAverages = defineRule({
  id: "average-of-averages",
  summary: "An average of averages gives one observation in a small group the weight of many in a large one",
  category: "logic",
  severity: "warning",
  subject: "query",
  needs: "Aggregation",

  *check(query) {
    for (const aggregation of nodesOf(query.root, "Aggregation")) {
      if (aggregation.op.text !== "avg") continue;

      const averages = averagesIn(aggregation.expr);
      if (!averages || hasOnePerGroup(aggregation)) continue;

      const { severity, span, what, help } = averages;
      yield {
        at: aggregation.op.span,
        severity,
        message: `\`avg\` gives each average the same weight, however many ${what} it is made of`,
        because: [{ at: span, message: "the averages" }],
        help,
      };
    }
  },
});

interface Averages {
  readonly span: Span;
  /** What was averaged, in the plural. */
  readonly what: string;
  /** Groups of series may be of one size, or meant to weigh the same; it is seldom so with observations. */
  readonly severity: Severity;
  readonly help: string;
}

function averagesIn(root: Expr): Averages | undefined {
  let expr: Expr | undefined = root;
  while (expr) {
    if (expr.kind === "Aggregation") return averagesOfSeries(expr);
    const quotient = expr.kind === "Binary" ? averagesByDivision(expr) : undefined;
    if (quotient) return quotient;
    expr = passedOn(expr);
  }
  return undefined;
}

function averagesOfSeries(inner: Aggregation): Averages | undefined {
  if (inner.op.text !== "avg" || hasOnePerGroup(inner)) return undefined;
  return { span: inner.op.span, what: "series", severity: "info", help: "take one average of all series" };
}

/** `x_sum / x_count`, or a sum of series by their number. */
function averagesByDivision({ op, left, right }: Binary): Averages | undefined {
  if (op.text !== "/") return undefined;
  const help = "add up both sides, then divide";
  const family = familyOf(left, "_sum");
  if (family !== undefined && family === familyOf(right, "_count")) {
    return { span: op.span, what: "observations", severity: "warning", help };
  }
  const [sum, count] = [withoutParens(left), withoutParens(right)];
  if (sum.kind !== "Aggregation" || count.kind !== "Aggregation") return undefined;
  if (sum.op.text !== "sum" || count.op.text !== "count" || groupsOf(sum) !== groupsOf(count)) return undefined;
  return { span: op.span, what: "series", severity: "info", help };
}

function groupsOf(aggregation: Aggregation): string {
  return `${printGrouping(aggregation)}(${print(aggregation.expr)})`;
}

/** The name without its ending, of the metric whose rates or sums an expression gives. */
function familyOf(root: Expr, ending: string): string | undefined {
  let expr: Expr | undefined = root;
  while (expr && expr.kind !== "VectorSelector") expr = summedUp(expr);
  const name = expr && metricOf(expr)?.text;
  return name?.endsWith(ending) ? name.slice(0, -ending.length) : undefined;
}

function summedUp(expr: Expr): Expr | undefined {
  switch (expr.kind) {
    case "Paren":
      return expr.expr;
    case "RangeSelector":
      return expr.vector;
    case "Aggregation":
      return expr.op.text === "sum" ? expr.expr : undefined;
    case "Call":
      return /^(?:i?rate|increase)$/.test(expr.name.text) ? expr.args[0] : undefined;
    case "Binary":
      return passedOn(expr);
    case "NumberLiteral":
    case "StringLiteral":
    case "Subquery":
    case "Unary":
    case "VectorSelector":
      return undefined;
  }
}
