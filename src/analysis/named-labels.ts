import type { Aggregation, Expr, Token, VectorSelector } from "../syntax/ast.js";
import type { Span } from "../syntax/problem.js";
import { nodesOf } from "../syntax/walk.js";
import { relabelled } from "./relabelled.js";

/** A label that a matcher or a grouping names, and the selectors whose series are to have it. */
export interface LabelUse {
  readonly label: Token;
  readonly selectors: readonly VectorSelector[];
  /** The labels that stand in the same braces or the same list. */
  readonly beside: readonly Token[];
}

/**
 * The labels of some names that are read as the series have them: those of matchers, and those by which an aggregation
 * groups what comes from selectors alone. Variables, and labels that `label_replace()` or another function may have made,
 * are none of them.
 */
export function* labelUses(root: Expr, isWanted: (name: string) => boolean): Generator<LabelUse> {
  for (const selector of nodesOf(root, "VectorSelector")) {
    for (const { label } of selector.matchers) {
      if (label.variable || !isWanted(label.text)) continue;
      yield { label, selectors: [selector], beside: selector.matchers.map((matcher) => matcher.label) };
    }
  }
  for (const { grouping, expr } of nodesOf(root, "Aggregation")) {
    const wanted = grouping?.labels.filter(({ text, variable }) => !variable && isWanted(text));
    if (!grouping || !wanted || wanted.length === 0 || makesLabels(root, expr.span)) continue;
    const selectors = nodesOf(root, "VectorSelector").filter(({ span }) => isWithin(span, expr.span));
    for (const label of selectors.length > 0 ? wanted : []) yield { label, selectors, beside: grouping.labels };
  }
}

/** Whether something within a part of a query may give series labels that no selector has found. */
function makesLabels(root: Expr, part: Span): boolean {
  const makes = nodesOf(root, "Call").some(
    (call) => isWithin(call.span, part) && (relabelled(call) !== undefined || makers.has(call.name.text)),
  );
  return makes || nodesOf(root, "Aggregation").some((inner) => isWithin(inner.span, part) && isCounting(inner));
}

const makers: ReadonlySet<string> = new Set(["absent", "absent_over_time", "info"]);

function isCounting({ op }: Aggregation): boolean {
  return op.text === "count_values";
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}
