import type { Call, Kind, Node, NodeOf } from "../syntax/ast.js";
import type { Span } from "../syntax/problem.js";
import { nodesOf } from "../syntax/walk.js";
import { nodesWithin } from "../syntax/within.js";

/**
 * Whether a span of a tree holds a node of one kind, and of some sort. They are looked for once, so that asking for each
 * operator of a long chain stays cheap.
 */
export function holding<K extends Kind>(
  root: Node,
  kind: K,
  isOfSort: (node: NodeOf<K>) => boolean,
): (span: Span) => boolean {
  let marked: readonly Node[] | undefined;
  return (span) => {
    marked ??= nodesOf(root, kind).filter(isOfSort);
    return nodesWithin(marked, span, 1).length > 0;
  };
}

/** Whether a function reads what is absent: there matchers give labels to the result. */
export function readsAbsence({ name }: Call): boolean {
  return name.text.startsWith("absent");
}
