import type { Span } from "../../syntax/problem.js";
import { parseDocuments } from "../documents.js";
import type { Node } from "../node.js";

/**
 * The rules that can be read in a part of a masked template that as a whole is no YAML: each item of a list that begins as
 * a rule does and is YAML by itself. Takes time linear in the part.
 */
export function* rulesIn(text: string, { from, to }: Span): Generator<Node> {
  for (const piece of piecesOf(text.slice(from, to))) {
    const [document, ...others] = parseDocuments(text.slice(from + piece.from, from + piece.to)).documents;
    const { root } = document ?? {};
    if (others.length > 0 || root?.kind !== "list") continue;
    for (const item of root.items) yield moved(item, from + piece.from);
  }
}

/** Where items of lists stand that begin as rules do: up to the next line that stands no deeper and is no comment. */
function* piecesOf(text: string): Generator<Span> {
  let open: { readonly from: number; readonly column: number } | undefined;
  for (const { 0: line, 1: indent = "", 2: content = "", index } of text.matchAll(lines)) {
    if (content === "" || content === "#") continue;
    if (open && indent.length <= open.column) {
      yield { from: open.from, to: index };
      open = undefined;
    }
    if (!open && beginsRule.test(line)) open = { from: index, column: indent.length };
  }
  if (open) yield { from: open.from, to: text.length };
}

const lines = /^( *)(\S?).*\n?/gm;
const beginsRule = /^ *- +(?:alert|record|expr):/;

/** The node of a text that begins at an offset of another one, where it stands in that. */
function moved(node: Node, by: number, known = new Map<Node, Node>()): Node {
  const before = known.get(node);
  if (before) return before;
  const span = { from: node.span.from + by, to: node.span.to + by };
  const result = movedParts({ ...node, span }, (part) => moved(part, by, known));
  known.set(node, result);
  return result;
}

function movedParts(node: Node, move: (part: Node) => Node): Node {
  switch (node.kind) {
    case "scalar":
      return node;
    case "list":
      return { ...node, items: node.items.map(move) };
    case "mapping":
      return { ...node, pairs: node.pairs.map(({ key, value }) => ({ key: move(key), value: value && move(value) })) };
  }
}
