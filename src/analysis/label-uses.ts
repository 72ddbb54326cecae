import type { Aggregation, Token, VectorSelector } from "../syntax/ast.js";
import type { Expr } from "../syntax/ast.js";
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
 * The labels that are read as the series have them: those of matchers, and those by which an aggregation groups what comes
 * from selectors alone. Variables, and labels that `label_replace()` or another function may have made, are none of them.
 */
export function labelUses(root: Expr): readonly LabelUse[] {
  const ofMatchers = nodesOf(root, "VectorSelector").flatMap((selector) => usesOfSelector(selector));
  const ofGroupings = nodesOf(root, "Aggregation").flatMap((aggregation) => usesOfGrouping(aggregation));
  return [...ofMatchers, ...ofGroupings].filter(({ label }) => !label.variable);
}

function usesOfSelector(selector: VectorSelector): readonly LabelUse[] {
  const beside = selector.matchers.map(({ label }) => label);
  return beside.map((label) => ({ label, selectors: [selector], beside }));
}

function usesOfGrouping({ expr, grouping }: Aggregation): readonly LabelUse[] {
  const beside = grouping?.labels ?? [];
  if (beside.length === 0 || makesLabels(expr)) return [];
  const selectors = nodesOf(expr, "VectorSelector");
  return selectors.length === 0 ? [] : beside.map((label) => ({ label, selectors, beside }));
}

/** Whether something within an expression may give series labels that no selector has found. */
function makesLabels(expr: Expr): boolean {
  return (
    nodesOf(expr, "Call").some((call) => relabelled(call) !== undefined || makers.has(call.name.text)) ||
    nodesOf(expr, "Aggregation").some(({ op }) => op.text === "count_values")
  );
}

const makers: ReadonlySet<string> = new Set(["absent", "absent_over_time", "info"]);
