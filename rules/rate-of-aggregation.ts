import { constantValue } from "../src/analysis/values/constant-value.js";
import { rateWithin } from "../src/analysis/labels/rate-within.js";
import { relabelled } from "../src/analysis/labels/relabelled.js";
import { metricOf, selectedType, sourceSelector } from "../src/analysis/selectors.js";
import { takesRange } from "../src/analysis/takes-range.js";
import { withoutParens } from "../src/analysis/without-parens.js";
import { metricNames } from "../src/lint/options.js";
import { defineRule, type Query } from "../src/lint/rule.js";
import { isCumulative } from "../src/metrics/series-type.js";
import { functionInfo } from "../src/promql/functions.js";
import { matchesSome } from "../src/promql/name-pattern.js";
import type { Aggregation, Call, Expr, Subquery } from "../src/syntax/ast.js";
import type { Fix } from "../src/syntax/problem.js";
import { nodesOf } from "../src/syntax/walk.js";

export const rateOfAggregation = defineRule({
  id: "rate-of-aggregation",
  summary: "A counter function over an aggregation takes the reset of one counter for a reset of all",
  category: "counters",
  severity: "error",
  subject: "query",
  needs: "Call",
  options: {
    operators: {
      type: "array",
      items: { type: "string", enum: ["avg", "count", "max", "min", "quantile", "stddev", "stdvar", "sum"] },
      description:
        "Aggregations that make a new value of many. Of a counter that two replicas give, `max` and `min` take one, so they are left out",
      default: ["avg", "count", "quantile", "stddev", "stdvar", "sum"],
    },
    exceptMetrics: metricNames("Recording rules to leave alone"),
  },

  *check(query, { operators, exceptMetrics }) {
    for (const call of nodesOf(query.root, "Call")) {
      const [argument] = call.args;
      if (!argument || !isCounterFunction(call)) continue;

      const range = withoutParens(argument);
      const message = (what: string) => `\`${call.name.text}()\` reads every drop of ${what} as a counter reset`;
      const isOfCounters = range.kind === "Subquery" && !rateWithin(range.expr);
      const aggregation = isOfCounters ? aggregationIn(range.expr, operators) : undefined;
      if (aggregation && range.kind === "Subquery") {
        const fix = swapped(call, range, aggregation, query);
        const advice = fix ? { fixes: [fix] } : { help };
        yield { at: aggregation.op.span, message: message(`the \`${aggregation.op.text}\``), ...advice };
        continue;
      }
      const selector = sourceSelector(argument);
      const metric = selector && metricOf(selector);
      const operation = metric && recordedAggregation(metric.text, operators);
      if (!operation || matchesSome(exceptMetrics, metric.text)) continue;
      yield { at: metric.span, message: message(`the recorded ${operation} \`${metric.text}\``), help };
    }
  },
});

const help = "take the rate of each counter, then aggregate";

function isCounterFunction({ name }: Call): boolean {
  return functionInfo(name.text)?.wants === "counter" || name.text === "resets";
}

/** The aggregation whose values an expression passes on, perhaps scaled, relabelled or added up. */
function aggregationIn(root: Expr, operators: readonly string[]): Aggregation | undefined {
  const pending = [root];
  for (let expr = pending.pop(); expr; expr = pending.pop()) {
    if (expr.kind === "Aggregation" && operators.includes(expr.op.text)) return expr;
    pending.push(...passedOn(expr).toReversed());
  }
  return undefined;
}

function passedOn(expr: Expr): readonly Expr[] {
  if (expr.kind === "Paren" || expr.kind === "Aggregation") return [expr.expr];
  if (expr.kind === "Binary") {
    const { op, left, right } = expr;
    if (op.text === "+") return [left, right];
    const scales = op.text === "*" || op.text === "/";
    return scales && constantValue(right) !== undefined ? [left] : [];
  }
  const inner = relabelled(expr);
  return inner ? [inner] : [];
}

/** `sum` for `job:requests_total:sum`: the newest operation of a name that follows `level:metric:operations`. */
function recordedAggregation(name: string, operators: readonly string[]): string | undefined {
  const [, , operations, ...rest] = name.split(":");
  if (!operations || rest.length > 0 || /rate|increase|delta|deriv|over_time/.test(operations)) return undefined;
  return operations.split("_").find((operation) => operators.includes(operation));
}

/** The function around each counter, inside the aggregation; only where nothing else stands between the two. */
function swapped(call: Call, subquery: Subquery, { span, expr, op }: Aggregation, query: Query): Fix | undefined {
  const isPlain = withoutParens(subquery.expr).span === span && !subquery.offset && !subquery.at;
  const selector = withoutParens(expr);
  if (!isPlain || !takesRange(selector)) return undefined;

  const series = selectedType(selector, query);
  if (op.text === "count" || (series && series.type !== "unknown" && !isCumulative(series))) return undefined;

  const range = query.text.slice(subquery.range.span.from, subquery.range.span.to);
  return {
    title: `Put \`${call.name.text}()\` inside`,
    safety: "review",
    edits: [
      { from: call.span.from, to: span.from, insert: "" },
      { from: expr.span.from, to: selector.span.from, insert: `${call.name.text}(` },
      { from: selector.span.to, to: expr.span.to, insert: `[${range}])` },
      { from: span.to, to: call.span.to, insert: "" },
    ],
  };
}
