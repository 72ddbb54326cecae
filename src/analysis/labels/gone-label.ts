import type { Expr } from "../../syntax/ast.js";
import { labelOf, live } from "./branch.js";
import { isImpossible, type LabelFact } from "./label-fact.js";
import { labels } from "./labels.js";

/** Why no series of an expression has a label, for each part of the result; nothing where one may have it, or there is none. */
export function goneFrom(expr: Expr, label: string): readonly [LabelFact, ...LabelFact[]] | undefined {
  const [first, ...rest] = live(labels(expr)).map((branch) => labelOf(branch, label));
  return first && [first, ...rest].every(isImpossible) ? [first, ...rest] : undefined;
}
