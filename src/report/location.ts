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
  const starts = lineStarts(text);
  return (span) => {
    const from = Math.min(Math.max(span.from, 0), text.length);
    const to = Math.min(Math.max(span.to, from), text.length);
    const line = lineOf(starts, from);
    const endLine = lineOf(starts, to);
    return {
      from,
      to,
      line: line.number,
      column: from - line.start + 1,
      endLine: endLine.number,
      endColumn: to - endLine.start + 1,
    };
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

function lineOf(starts: readonly number[], offset: number): { number: number; start: number } {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return { number: low + 1, start: starts[low] ?? 0 };
}
