/** A line of a Markdown text behind the block quotes and list items in which it stands. */
export interface LineStart {
  /** How many block quotes are around it. */
  readonly quotes: number;
  /** The columns at which the contents of the list items around it begin, counted behind the quotes. */
  readonly items: readonly number[];
  /** Where its own text begins in the file, and in which column behind the quotes. */
  readonly at: number;
  readonly column: number;
}

/**
 * Follows a line from `from` to `end` through its containers. `items` are the list items around the line before.
 * https://spec.commonmark.org/0.31.2/#container-blocks
 */
export function lineStart(text: string, from: number, end: number, items: readonly number[]): LineStart {
  const { at: behindQuotes, count: quotes } = skipQuotes(text, from, Infinity);
  let { at, column } = skipBlanks(text, behindQuotes, 0);
  if (at >= end) return { quotes, items, at, column };

  const open = items.filter((indent) => indent <= column);
  while (column - (open.at(-1) ?? 0) <= 3) {
    listMark.lastIndex = at;
    const mark = listMark.exec(text)?.[0];
    if (mark === undefined) break;
    const behind = column + mark.length;
    const next = skipBlanks(text, at + mark.length, behind);
    // Without text, or with five blanks and more, the content begins behind the first blank.
    const plain = next.at < end && next.column - behind <= 4;
    open.push(plain ? next.column : behind + 1);
    ({ at, column } = next);
    if (!plain) break;
  }
  return { quotes, items: open, at, column };
}

/** Skips the marks of at most `most` block quotes. */
export function skipQuotes(text: string, from: number, most: number): { readonly at: number; readonly count: number } {
  let at = from;
  let count = 0;
  while (count < most) {
    quoteMark.lastIndex = at;
    const mark = quoteMark.exec(text)?.[0];
    if (mark === undefined) break;
    at += mark.length;
    count++;
  }
  return { at, count };
}

/** Skips blanks up to a column; a tab leads to the next multiple of four. */
export function skipBlanks(
  text: string,
  from: number,
  column: number,
  to = Infinity,
): { readonly at: number; readonly column: number } {
  let at = from;
  let reached = column;
  while (reached < to && (text[at] === " " || text[at] === "\t")) {
    reached += text[at] === "\t" ? 4 - (reached % 4) : 1;
    at++;
  }
  return { at, column: reached };
}

const quoteMark = / {0,3}> ?/y;
const listMark = /(?:[-+*]|\d{1,9}[.)])(?=[ \t\r\n]|$)/y;
