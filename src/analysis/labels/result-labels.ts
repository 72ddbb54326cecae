import type { Expr } from "../../syntax/ast.js";
import { recent } from "../../syntax/recent.js";
import type { Branch } from "./branch.js";
import { labels } from "./labels.js";

const known = recent<Expr, readonly Branch[]>(2000);

/**
 * As {@link labels} for the result of a whole query. It is kept for longer: rules on alerting rules ask for it when all
 * queries of a file have been linted, and again for the next file with the same query.
 */
export function resultLabels(root: Expr): readonly Branch[] {
  const before = known.get(root);
  if (before) return before;
  const branches = labels(root);
  known.trim();
  known.set(root, branches);
  return branches;
}
