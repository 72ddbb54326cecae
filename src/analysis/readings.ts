import type { Expr, Modifiers, Node, RangeSelector, Subquery, VectorSelector } from "../syntax/ast.js";
import { children } from "../syntax/walk.js";
import { literalSeconds } from "./literal-seconds.js";

/** A selector of a query, and which samples the query reads of it. Times are in seconds. */
export interface Reading {
  readonly selector: VectorSelector;
  /** What sets the range, the innermost first: its own brackets, and those of the subqueries around it. */
  readonly ranges: readonly (RangeSelector | Subquery)[];
  /** How long the ranges are together; `undefined` where a variable or arithmetic is among them. */
  readonly window: number | undefined;
  /** How far all of it lies in the past; `undefined` where `@` or a variable says it. */
  readonly offset: number | undefined;
}

/** The selectors of a query in the order of the text, with what is read of each. */
export function readings(root: Expr): readonly Reading[] {
  const found: Reading[] = [];
  const left: { readonly node: Node; readonly around: Around }[] = [{ node: root, around: here }];
  for (let next = left.pop(); next; next = left.pop()) {
    const { node, around } = next;
    if (node.kind === "VectorSelector") found.push(readingOf(node, moved(around, node)));
    else if (node.kind === "RangeSelector") found.push(readingOf(node.vector, within(moved(around, node), node)));
    else {
      const inside = node.kind === "Subquery" ? within(moved(around, node), node) : around;
      for (const child of children(node).toReversed()) left.push({ node: child, around: inside });
    }
  }
  return found;
}

/** What the subqueries around a node say. */
type Around = Omit<Reading, "selector">;

const here: Around = { ranges: [], window: 0, offset: 0 };

function readingOf(selector: VectorSelector, around: Around): Reading {
  return { selector, ...around };
}

function moved(around: Around, { offset, at }: Modifiers): Around {
  if (!offset && !at) return around;
  return { ...around, offset: at ? undefined : sum(around.offset, literalSeconds(offset?.duration)) };
}

function within(around: Around, node: RangeSelector | Subquery): Around {
  return { ...around, ranges: [node, ...around.ranges], window: sum(around.window, literalSeconds(node.range)) };
}

function sum(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a + b;
}
