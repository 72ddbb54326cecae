import type { Aggregation, Call, Expr, Node, Token, VectorSelector } from "../../syntax/ast.js";
import { nodesOf } from "../../syntax/walk.js";
import { nodesWithin } from "../../syntax/within.js";
import { relabelled } from "./relabelled.js";

/** A label that a matcher or a grouping names, and the selectors whose series are to have it. */
export interface LabelUse {
  readonly label: Token;
  readonly selectors: readonly VectorSelector[];
  /** All labels of the same braces or the same list. */
  readonly beside: ReadonlySet<string>;
}

/** Each label of a grouping may have to be looked up for each selector. */
const mostSelectors = 50;

/**
 * The labels of some names that are read as the series have them: those of matchers, and those by which an aggregation
 * groups what comes from selectors alone, where these are no more than 50. Variables, and labels that `label_replace()`
 * or another function may have made, are none of them.
 */
export function* labelUses(root: Expr, isWanted: (name: string) => boolean): Generator<LabelUse> {
  const isUse = ({ text, variable }: Token): boolean => !variable && isWanted(text);
  const selectors = nodesOf(root, "VectorSelector");
  for (const selector of selectors) {
    if (!selector.matchers.some(({ label }) => isUse(label))) continue;
    const labels = selector.matchers.map(({ label }) => label);
    yield* usesOf(labels.filter(isUse), labels, [selector]);
  }

  const groupings = nodesOf(root, "Aggregation").filter(({ grouping }) => grouping?.labels.some(isUse));
  const makers = groupings.length > 0 ? labelMakers(root) : [];
  for (const { grouping, expr } of groupings) {
    if (!grouping || makers.some((nodes) => nodesWithin(nodes, expr.span, 1).length > 0)) continue;
    const read = nodesWithin(selectors, expr.span, mostSelectors + 1);
    if (read.length === 0 || read.length > mostSelectors) continue;
    yield* usesOf(grouping.labels.filter(isUse), grouping.labels, read);
  }
}

function* usesOf(
  uses: readonly Token[],
  labels: readonly Token[],
  selectors: readonly VectorSelector[],
): Generator<LabelUse> {
  const beside = new Set(labels.map(({ text }) => text));
  for (const label of uses) yield { label, selectors, beside };
}

/** What may give series labels that no selector has found, in lists in the order of the text. */
function labelMakers(root: Expr): readonly (readonly Node[])[] {
  return [nodesOf(root, "Call").filter(makesLabels), nodesOf(root, "Aggregation").filter(isCounting)];
}

const makerNames: ReadonlySet<string> = new Set(["absent", "absent_over_time", "info"]);

function makesLabels(call: Call): boolean {
  return relabelled(call) !== undefined || makerNames.has(call.name.text);
}

function isCounting({ op }: Aggregation): boolean {
  return op.text === "count_values";
}
