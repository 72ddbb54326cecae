import type { Node } from "./ast.js";
import type { Span } from "./problem.js";

/** The nodes of a list in the order of the text that stand within a part of it; of many the first. Takes no time for the others. */
export function nodesWithin<N extends Node>(nodes: readonly N[], { from, to }: Span, most = Infinity): readonly N[] {
  const start = indexFrom(nodes, from);
  return nodes.slice(start, Math.min(indexFrom(nodes, to), start + most));
}

/** The index of the first node that begins at an offset or after it. */
function indexFrom(nodes: readonly Node[], offset: number): number {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((nodes[middle]?.span.from ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
