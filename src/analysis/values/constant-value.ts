import type { Expr } from "../../syntax/ast.js";
import { labels } from "../labels/labels.js";

/** The number that an expression gives on any data: 0.95 for `95 / 100`; nothing where it depends on series or variables. */
export function constantValue(expr: Expr): number | undefined {
  const [branch, ...others] = labels(expr);
  return branch && others.length === 0 && !branch.never ? branch.constant : undefined;
}
