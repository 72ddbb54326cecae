/** A place in a text for people: both count from 1, the column in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * What ends a line: LF, CRLF or a lone CR, as in YAML (https://yaml.org/spec/1.2.2/#54-line-break-characters), in the
 * Language Server Protocol and in editors. Git and GitHub count LF alone; only files with a lone CR show the difference.
 */
export const lineBreak = /\r\n?|\n/;

/** The offsets at which the lines of a text begin, ascending. A byte order mark stands before the first line. */
export function lineStarts(text: string): readonly number[] {
  const starts = [text.startsWith("\ufeff") ? 1 : 0];
  if (!text.includes("\r")) {
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === 0x0a || (char === 0x0d && text.charCodeAt(at + 1) !== 0x0a)) starts.push(at + 1);
  }
  return starts;
}

/** The line and column of an offset, by the text's {@link lineStarts}. */
export function positionAt(starts: readonly number[], offset: number): Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? Infinity) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: Math.max(1, offset - (starts[low] ?? 0) + 1) };
}

/** Where the line that holds an offset ends: the offset of its line break, or of the text's end. */
export function lineEnd(text: string, offset: number): number {
  const lineFeed = text.indexOf("\n", offset);
  const end = lineFeed === -1 ? text.length : lineFeed;
  const carriageReturn = text.slice(offset, end).indexOf("\r");
  return carriageReturn === -1 ? end : offset + carriageReturn;
}

/** Where the line after a {@link lineEnd} begins; the same offset where the text ends there. */
export function nextLine(text: string, end: number): number {
  if (end >= text.length) return end;
  return text.startsWith("\r\n", end) ? end + 2 : end + 1;
}
