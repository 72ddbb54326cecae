import type { Entry } from "./mapping.js";
import type { List, Mapping, Node, Scalar } from "./node.js";

/** What a scalar is written in: a mapping or a list. */
export type Holder = Mapping | List;

/** Whether an alias has led from the entry to its value, which then is written elsewhere. Anchors stand before aliases. */
export function isAliased(value: Scalar, { key }: Entry): boolean {
  return value.span.from < key.span.from;
}

/** What the scalars below a node are written in. Takes time linear in the nodes as written. */
export function holdersBelow(root: Node | undefined): ReadonlyMap<Scalar, Holder> {
  const holders = new Map<Scalar, Holder>();
  const seen = new Set<Holder>();
  const open: Holder[] = [];
  const visit = (node: Node | undefined, holder?: Holder): void => {
    if (node?.kind === "scalar") {
      const known = holders.get(node);
      if (holder && isWithin(node, holder) && (!known || isWithin(holder, known))) holders.set(node, holder);
    } else if (node && !seen.has(node)) {
      seen.add(node);
      open.push(node);
    }
  };
  visit(root);
  for (let holder = open.pop(); holder; holder = open.pop()) {
    for (const node of valuesOf(holder)) visit(node, holder);
  }
  return holders;
}

/** Whether a mapping or list is written with braces or brackets. */
export function isFlow(holder: Holder, text: string): boolean {
  return holder.kind === "mapping" ? holder.flow : text.startsWith("[", holder.span.from);
}

/** Whether a node is written in a holder, of which it is a value, or which an ancestor of it is. */
function isWithin(node: Node, holder: Holder): boolean {
  return node.span.from >= holder.span.from;
}

function valuesOf(holder: Holder): readonly (Node | undefined)[] {
  return holder.kind === "list" ? holder.items : holder.pairs.map(({ value }) => value);
}
