import { EditorSelection, type StateCommand, Text } from "@codemirror/state";
import { formatText } from "../syntax/format-text.js";
import { lex, type LexOptions } from "../syntax/lex.js";
import type { Span } from "../syntax/problem.js";
import { promqlOptions } from "./options.js";

/**
 * Writes the query in Prometheus' pretty form. Comments stay, and so does every cursor at its word. A query that cannot be
 * read is left alone.
 */
export const formatPromql: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false;
  const { width, variables } = state.facet(promqlOptions);
  const before = state.doc.toString();
  const { text, problems } = formatText(before, { ...(width && { width }), ...(variables && { variables }) });
  if (problems.length > 0) return false;
  if (text === before) return true;
  const moved = moveOffsets(before, text, variables ? { variables } : {});
  const ranges = state.selection.ranges.map(({ anchor, head }) => EditorSelection.range(moved(anchor), moved(head)));
  dispatch(
    state.update({
      changes: { from: 0, to: before.length, insert: Text.of(text.split("\n")) },
      selection: EditorSelection.create(ranges, state.selection.mainIndex),
      userEvent: "format",
      scrollIntoView: true,
    }),
  );
  return true;
};

/** Leads an offset to the same word, comment or sign of the formatted text: the first to the first, and so on. */
function moveOffsets(before: string, after: string, options: LexOptions): (offset: number) => number {
  const [old, formatted] = [piecesOf(before, options), piecesOf(after, options)];
  return (offset) => {
    const index = old.findLastIndex(({ from }) => from <= offset);
    const piece = old[index];
    if (!piece) return 0;
    const earlier = old.slice(0, index).filter(({ text }) => text === piece.text).length;
    const target = formatted.filter(({ text }) => text === piece.text)[earlier];
    return target ? Math.min(target.from + offset - piece.from, target.to) : Math.min(offset, after.length);
  };
}

function piecesOf(text: string, options: LexOptions): readonly (Span & { readonly text: string })[] {
  const { lexemes, comments } = lex(text, options);
  const written = comments.map(({ from, to }) => ({ from, to, text: text.slice(from, to).trimEnd() }));
  return [...lexemes.filter(({ type }) => type !== "end"), ...written].sort((a, b) => a.from - b.from);
}
