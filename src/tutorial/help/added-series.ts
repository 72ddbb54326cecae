import type { Binary, Expr } from "../../syntax/ast.js";
import { nodesOf } from "../../syntax/walk.js";
import { differOnlyInMatchers } from "./matcher-difference.js";

/** What adds up the series of a metric that a query adds with `+` one by one, where an aggregation is wanted. */
export function addedSeriesHelp(own: Expr, answer: Expr): string | undefined {
  const sums = nodesOf(answer, "Aggregation").some(({ op }) => op.text === "sum");
  if (!sums || nodesOf(own, "Aggregation").length > 0 || !nodesOf(own, "Binary").some(addsAlike)) return undefined;
  return "`+` adds series one by one; `sum(…)` adds up all series of one selector: write it once, without the matchers in which the two sides differ";
}

/** Whether both sides of a `+` are the same, but for their matchers; in a chain, the last two. */
function addsAlike({ op, left, right }: Binary): boolean {
  return op.text === "+" && differOnlyInMatchers(left, right);
}
