import { metricName } from "../../promql/labels.js";
import { operatorInfo } from "../../promql/operators.js";
import type { Binary } from "../../syntax/ast.js";
import { type Branch, labelOf, live } from "./branch.js";
import { type Cause, isImpossible, type LabelFact } from "./label-fact.js";
import { labels } from "./labels.js";
import { matchConflict, matchesVectors } from "./match-conflict.js";
import { type Conflict, isMatched, matchedLabels, type MatchedLabels } from "./matched-labels.js";

/** How the series of two vectors find each other. */
export interface Matching {
  /** Whether a series of one side may have a match on the other. */
  readonly canMatch: boolean;
  /** Where they never do: the label in which they differ, and what each side has there. */
  readonly conflict?: Conflict;
  readonly left: MatchedSide;
  readonly right: MatchedSide;
  /** What the operator allows: with `group_left` many series of the left side find one of the right. */
  readonly allows: "one-to-one" | "many-to-one" | "one-to-many" | "many-to-many";
}

/** How many series one side may have for one of the other. */
export interface MatchedSide {
  /** Whether there may be several; `false` is certain. */
  readonly many: boolean;
  /** A label in which they may differ, where there may be several and one is known. */
  readonly label?: string;
  /** Why. */
  readonly because: Cause;
}

/** How the sides of an operator are matched; nothing where one of them is no vector, or may be none. */
export function matching(node: Binary): Matching | undefined {
  if (!matchesVectors(node)) return undefined;
  const matched = matchedLabels(node);
  const [left, right] = [live(labels(node.left)), live(labels(node.right))];
  const conflict = matchConflict(node);
  return {
    canMatch: !conflict,
    ...(conflict && { conflict }),
    left: sideOf(left, matched),
    right: sideOf(right, matched),
    allows: allowed(node),
  };
}

function allowed({ op, matching: given }: Binary): Matching["allows"] {
  if (operatorInfo(op.text).class === "set") return "many-to-many";
  if (!given?.group) return "one-to-one";
  return given.group.side === "left" ? "many-to-one" : "one-to-many";
}

/** Series of a vector differ in a label; if only matched ones may differ, there is one for each match. */
function sideOf(branches: readonly Branch[], matched: MatchedLabels): MatchedSide {
  const names = new Set([...matched.listed, metricName, ...branches.flatMap((branch) => [...branch.labels.keys()])]);
  for (const label of names) {
    if (isMatched(label, matched) === "yes") continue;
    const facts = branches.map((branch) => labelOf(branch, label));
    const [fact] = facts.filter((each) => !isImpossible(each));
    if (fact && differ(facts)) return { many: true, label, because: fact };
  }
  const open = matched.others === "yes" ? undefined : branches.find(({ others }) => !isImpossible(others));
  if (open) return { many: true, because: open.others };
  return { many: false, because: { why: "series differ only in labels that are matched", span: matched.span } };
}

/** Whether a label may have two values. */
function differ(facts: readonly LabelFact[]): boolean {
  const values = new Set(facts.flatMap(({ values: { kind, values } }) => (kind === "only" ? [...values] : ["*", ""])));
  return values.size > 1;
}
