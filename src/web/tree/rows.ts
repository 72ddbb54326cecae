import type { Part } from "./parts.js";

/** The parts that are shown: the first ones, without those within a part that is closed. */
export function shownParts(parts: readonly Part[], most: number, closed: ReadonlySet<number>): readonly Part[] {
  const hidden = new Set<number>();
  return parts.slice(0, most).filter(({ index, parent }) => {
    if (parent && (closed.has(parent.index) || hidden.has(parent.index))) hidden.add(index);
    return !hidden.has(index);
  });
}

/** What a key does to a tree: it moves to another part, or opens or closes the one where it is. */
export type Move = { readonly to: number } | { readonly open: number } | { readonly close: number };

/**
 * What a key does, as in the tree pattern of WAI-ARIA; nothing where it does nothing.
 * Source: https://www.w3.org/WAI/ARIA/apg/patterns/treeview/
 */
export function moveOf(key: string, part: Part, shown: readonly Part[], closed: ReadonlySet<number>): Move | undefined {
  const place = shown.indexOf(part);
  const at = (target: Part | undefined): Move | undefined => target && { to: target.index };
  const isOpen = part.operands.length > 0 && !closed.has(part.index);
  switch (key) {
    case "ArrowDown":
      return at(shown[place + 1]);
    case "ArrowUp":
      return at(shown[place - 1]);
    case "Home":
      return at(shown[0]);
    case "End":
      return at(shown.at(-1));
    case "ArrowRight":
      if (part.operands.length === 0) return undefined;
      return isOpen ? at(shown.find((other) => other === part.operands[0])) : { open: part.index };
    case "ArrowLeft":
      return isOpen ? { close: part.index } : at(part.parent);
    case "Enter":
    case " ":
      if (part.operands.length === 0) return undefined;
      return isOpen ? { close: part.index } : { open: part.index };
    default:
      return undefined;
  }
}
