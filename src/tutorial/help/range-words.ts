import { metricOf, namedType } from "../../analysis/selectors.js";
import { withoutParens } from "../../analysis/without-parens.js";
import type { Metrics } from "../../metrics/metrics.js";
import { isCumulative } from "../../metrics/series-type.js";
import { functionInfo } from "../../promql/functions.js";
import type { Expr, Subquery } from "../../syntax/ast.js";
import { print } from "../../syntax/print.js";
import { nodesOf } from "../../syntax/walk.js";
import { constructsOf } from "../constructs.js";
import { aggregationHead } from "./step-words.js";

/** What to do with the range vector that a query gives, where one value of each series is wanted. */
export function rangeHelp(own: Expr, answer: Expr, metrics: Metrics): string {
  const [range] = nodesOf(own, "RangeSelector");
  if (!readsPast(answer)) return "leave out the brackets: without them, a query gives the newest value of each series";
  const metric = range && metricOf(range.vector)?.text;
  const type = metric === undefined ? undefined : namedType(metric, metrics);
  const hand = "hand its samples to a function that makes one value of them, such as";
  const ofCounters = constructsOf(answer).has("increase") ? "increase" : "rate";
  if (type && isCumulative(type)) return `\`${metric}\` is a counter: ${hand} \`${ofCounters}()\``;
  if (type?.type === "gauge") return `\`${metric}\` is a gauge: ${hand} \`avg_over_time()\` or \`max_over_time()\``;
  return "hand the range to a function that makes one value of its samples: `rate()` for a counter, `avg_over_time()` for a gauge";
}

/** What a colon does that a query has, and that is not wanted. */
export function colonHelp({ own, answer }: { readonly own: Expr; readonly answer: Expr }): string | undefined {
  const [subquery] = nodesOf(own, "Subquery");
  if (!subquery || nodesOf(answer, "Subquery").length > 0) return undefined;
  const turned = rateOfAggregationHelp(own, subquery);
  if (turned !== undefined) return turned;
  const again = `the colon in \`${rangeOf(subquery)}\` makes a subquery, which computes what stands before it again and again`;
  return subquery.expr.kind === "VectorSelector"
    ? `${again}, and misses the samples in between: leave out the colon to read the samples themselves`
    : `${again}: give the range to the metric itself, and leave out the colon`;
}

/** The order of two steps, of which the one that reads a counter belongs first. */
function rateOfAggregationHelp(own: Expr, subquery: Subquery): string | undefined {
  const outer = nodesOf(own, "Call").find(({ args }) => args.some((arg) => withoutParens(arg) === subquery));
  const inner = withoutParens(subquery.expr);
  if (!outer || functionInfo(outer.name.text)?.wants !== "counter" || inner.kind !== "Aggregation") return undefined;
  const name = outer.name.text;
  const [range = ""] = rangeOf(subquery).slice(1, -1).split(":");
  return `first \`${name}()\` of each series, then \`${inner.op.text}\`: \`${aggregationHead(inner)}(${name}(…[${range}]))\`, where no colon is needed`;
}

/** The brackets of a subquery. */
function rangeOf(subquery: Subquery): string {
  const written = print(subquery);
  return written.slice(written.lastIndexOf("["), written.lastIndexOf("]") + 1);
}

/** Whether a query reads more than the newest samples. */
export function readsPast(expr: Expr): boolean {
  return nodesOf(expr, "RangeSelector").length + nodesOf(expr, "Subquery").length > 0;
}
