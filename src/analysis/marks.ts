import type { Node } from "../syntax/ast.js";
import { firstFrom } from "../syntax/first-from.js";
import type { Span } from "../syntax/problem.js";
import { walk } from "../syntax/walk.js";

/**
 * Whether a span of a tree holds a node of some sort. The tree is walked once, so that asking for each operator of a long
 * chain stays cheap.
 */
export function holding(root: Node, isOfSort: (node: Node) => boolean): (span: Span) => boolean {
  let marks: readonly number[] | undefined;
  return ({ from, to }) => {
    marks ??= walk(root)
      .filter(isOfSort)
      .map(({ span }) => span.from)
      .sort((a, b) => a - b);
    const first = marks[firstFrom(marks, from, (mark) => mark)];
    return first !== undefined && first < to;
  };
}

/** Whether a node reads what is absent: there matchers give labels to the result. */
export function readsAbsence(node: Node): boolean {
  return node.kind === "Call" && node.name.text.startsWith("absent");
}
