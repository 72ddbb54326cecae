import type { Anchors } from "../../promql/anchors.js";
import type { Token } from "../../syntax/ast.js";
import type { Edit } from "../../syntax/problem.js";

/** The edits that take anchors out of the string of a matcher; nothing where one is written as an escape. */
export function anchorEdits({ text, span: { from, to } }: Token, { start, end }: Anchors): readonly Edit[] | undefined {
  const inside = text.slice(1, -1);
  if (!inside.startsWith("^".repeat(start)) || !inside.endsWith("$".repeat(end))) return undefined;
  const edits = [
    { from: from + 1, to: from + 1 + start, insert: "" },
    { from: to - 1 - end, to: to - 1, insert: "" },
  ];
  return edits.filter((edit) => edit.from < edit.to);
}
