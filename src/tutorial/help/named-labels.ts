import type { Expr } from "../../syntax/ast.js";
import { nodesOf } from "../../syntax/walk.js";

/** The labels of the matchers and of the groupings of a query. */
export function labelsNamedIn(root: Expr): readonly string[] {
  const grouped = nodesOf(root, "Aggregation").flatMap(({ grouping }) => grouping?.labels ?? []);
  const matched = nodesOf(root, "LabelMatcher").map(({ label }) => label);
  return [...grouped, ...matched].map(({ text }) => text);
}
