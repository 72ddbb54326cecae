import type { Span } from "../syntax/problem.js";
import { cells, type Cell } from "./cells.js";

/** What is shown of a line. */
export interface View {
  readonly cells: readonly Cell[];
  /** Whether the character at an offset is seen, and is not within what `…` stands for. */
  readonly shows: (offset: number) => boolean;
  /** The columns to the left of a span, and those of the span itself: at least one. */
  readonly columns: (span: Span) => { before: number; width: number };
}

/** The fewest columns that a cut line is cut to. */
const leastWidth = 20;
/** Columns of what precedes a span that is wider than the view. */
const leastLead = 4;

/**
 * A line of the text as it is shown in `width` columns: whole, or the surroundings of `focus` between two `…`.
 * The work does not grow with the length of the line, which may be a megabyte of JSON.
 */
export function viewOf(text: string, line: Span, focus: Span, width: number): View {
  const columns = Math.max(width, leastWidth);
  const reach = columns * 4;
  const from = Math.max(line.from, focus.from - reach);
  const to = Math.min(line.to, focus.from + reach);
  const near = cells(text.slice(from, to), from);
  const total = widthOf(near);
  if (from === line.from && to === line.to && total <= columns) return viewFrom(near, near);

  const before = widthOf(near.filter((cell) => cell.to <= focus.from));
  const focused = widthOf(near.filter((cell) => overlap(cell, focus)));
  const lead = Math.max(leastLead, Math.floor((columns - focused) / 2));
  const start = Math.max(0, Math.min(before - lead, total - columns));
  const isCutLeft = start > 0 || from > line.from;
  const isCutRight = start + columns < total || to < line.to;
  const seen = within(near, start + (isCutLeft ? 1 : 0), start + columns - (isCutRight ? 1 : 0));
  const shown = [...seen];
  if (isCutLeft) shown.unshift(ellipsis(line.from, seen[0]?.from ?? line.to));
  if (isCutRight) shown.push(ellipsis(seen.at(-1)?.to ?? line.from, line.to));
  return viewFrom(shown, seen);
}

function viewFrom(shown: readonly Cell[], seen: readonly Cell[]): View {
  const first = seen[0]?.from ?? 0;
  const last = seen.at(-1)?.to ?? first;
  const endsAtLast = seen.at(-1) === shown.at(-1);
  return {
    cells: shown,
    shows: (offset) => offset >= first && (offset < last || (offset === last && endsAtLast)),
    columns: (span) => ({
      before: widthOf(shown.filter((cell) => cell.to <= span.from)),
      width: Math.max(1, widthOf(shown.filter((cell) => overlap(cell, span)))),
    }),
  };
}

/** The cells that lie wholly between two columns. */
function within(all: readonly Cell[], left: number, right: number): Cell[] {
  let column = 0;
  return all.filter((cell) => {
    const start = column;
    column += cell.width;
    return start >= left && column <= right;
  });
}

/** What stands for the part of a line that is left out. */
function ellipsis(from: number, to: number): Cell {
  return { from, to, shown: "…", width: 1 };
}

function overlap(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}

function widthOf(some: readonly Cell[]): number {
  return some.reduce((sum, cell) => sum + cell.width, 0);
}
