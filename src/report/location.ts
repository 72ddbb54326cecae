import { lineStarts, positionAt } from "../syntax/lines.js";
import type { Span } from "../syntax/problem.js";

/** A place in a file: UTF-16 offsets from 0, lines and columns from 1, columns counted in UTF-16 units too. */
export interface Location extends Span {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  /** The column after the last character. */
  readonly endColumn: number;
}

/** Gives spans of the text their lines and columns. Offsets outside of the text are moved to its nearer end. */
export function locator(text: string): (span: Span) => Location {
  // Most files have no diagnostic, so that nobody asks for a line.
  let starts: readonly number[] | undefined;
  return (span) => {
    starts ??= lineStarts(text);
    const from = Math.min(Math.max(span.from, 0), text.length);
    const to = Math.min(Math.max(span.to, from), text.length);
    const end = positionAt(starts, to);
    return { from, to, ...positionAt(starts, from), endLine: end.line, endColumn: end.column };
  };
}
