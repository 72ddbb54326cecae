import type { Node } from "./ast.js";
import { firstFrom } from "./first-from.js";
import type { Span } from "./problem.js";

/** The nodes of a list in the order of the text that stand within a part of it; of many the first. Takes no time for the others. */
export function nodesWithin<N extends Node>(nodes: readonly N[], { from, to }: Span, most = Infinity): readonly N[] {
  const start = firstFrom(nodes, from, beginOf);
  return nodes.slice(start, Math.min(firstFrom(nodes, to, beginOf), start + most));
}

function beginOf({ span }: Node): number {
  return span.from;
}
