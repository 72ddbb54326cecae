import type { Expr } from "../syntax/ast.js";
import type { Span } from "../syntax/problem.js";
import { nodesOf } from "../syntax/walk.js";
import { readsAbsence } from "./marks.js";

/**
 * Whether a query is made for the case that a part of it is empty: within `absent()`, as a side of `or`, and to the right
 * of `unless`.
 */
export function expectedEmpty(root: Expr): (part: Span) => boolean {
  const spans: Span[] = [];
  for (const call of nodesOf(root, "Call")) if (readsAbsence(call)) spans.push(call.span);
  for (const { op, right, span } of nodesOf(root, "Binary")) {
    if (op.text === "or") spans.push(span);
    if (op.text === "unless") spans.push(right.span);
  }
  const outermost = merged(spans);
  return ({ from, to }) => outermost.some((span) => span.from <= from && to <= span.to);
}

/** Without those that lie within another one. */
function merged(spans: readonly Span[]): readonly Span[] {
  const kept: Span[] = [];
  let end = -1;
  for (const span of spans.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if (span.to <= end) continue;
    kept.push(span);
    end = span.to;
  }
  return kept;
}
