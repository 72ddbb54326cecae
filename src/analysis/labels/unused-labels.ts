import { metricName } from "../../promql/labels.js";
import type { Binary, Expr, Token } from "../../syntax/ast.js";
import { nodesOf } from "../../syntax/walk.js";
import { recent } from "../../syntax/recent.js";
import type { Cause } from "./label-fact.js";
import { lossOf, usesOfJoined } from "./label-uses.js";
import { isMatched, matchedLabels } from "./matched-labels.js";

/** A label that an operator takes from its other side, and that is lost before anything uses it. */
export interface UnusedLabel {
  readonly label: Token;
  /** Where it stands in the list of `group_left`. */
  readonly index: number;
  /** What takes it away. */
  readonly cause: Cause;
}

const known = recent<Expr, ReadonlyMap<Binary, readonly UnusedLabel[]>>(1);

/** The labels of a query that are taken from the other side in vain, by operator. Asking again is cheap. */
export function unusedLabels(root: Expr): ReadonlyMap<Binary, readonly UnusedLabel[]> {
  let found = known.get(root);
  if (!found) {
    found = findUnused(root);
    known.trim();
    known.set(root, found);
  }
  return found;
}

function findUnused(root: Expr): ReadonlyMap<Binary, readonly UnusedLabel[]> {
  const found = new Map<Binary, readonly UnusedLabel[]>();
  if (!nodesOf(root, "Binary").some(({ matching }) => matching?.group?.include.length)) return found;

  for (const [binary, uses] of usesOfJoined(root)) {
    if (binary.fill || mayTellApart(binary, uses.rewritten)) continue;
    const unused = (binary.matching?.group?.include ?? []).flatMap((label, index): readonly UnusedLabel[] => {
      const cause = label.variable ? undefined : lossOf(uses, label.text);
      return cause ? [{ label, index, cause }] : [];
    });
    if (unused.length > 0) found.set(binary, unused);
  }
  return found;
}

/** Whether a later step may make series alike but for the labels that are taken: those tell as much as the matched ones. */
function mayTellApart(binary: Binary, rewritten: ReadonlySet<string>): boolean {
  const matched = matchedLabels(binary);
  return [metricName, ...rewritten].some((label) => isMatched(label, matched) !== "no");
}
