import type { Binary } from "../../syntax/ast.js";
import { recent } from "../../syntax/recent.js";
import { type Branch, live } from "./branch.js";
import { labels } from "./labels.js";
import { type Conflict, findConflict, matchedLabels, type MatchedLabels } from "./matched-labels.js";
import { valueType } from "../value-type.js";

/** Whether the series of two vectors look for each other; not where one side is no vector, or may be none. */
export function matchesVectors({ left, right }: Binary): boolean {
  return valueType(left) === "vector" && valueType(right) === "vector";
}

const known = recent<Binary, Conflict | null>(16);

/** The label in which the series of two vectors always differ; nothing where a series may find another. */
export function matchConflict(node: Binary): Conflict | undefined {
  let conflict = known.get(node);
  if (conflict === undefined) {
    conflict = conflictOf(live(labels(node.left)), live(labels(node.right)), matchedLabels(node)) ?? null;
    known.trim();
    known.set(node, conflict);
  }
  return conflict ?? undefined;
}

/** That of the first branches, if no branch of one side matches any of the other. */
function conflictOf(left: readonly Branch[], right: readonly Branch[], matched: MatchedLabels): Conflict | undefined {
  let first: Conflict | undefined;
  for (const a of left) {
    for (const b of right) {
      const conflict = findConflict(a, b, matched);
      if (!conflict) return undefined;
      first ??= conflict;
    }
  }
  return first;
}
