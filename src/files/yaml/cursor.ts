import type { Span } from "../../syntax/problem.js";

/** How far a text has been read. It is moved by those that read, which is what makes them fast. */
export interface YamlCursor {
  readonly text: string;
  /** The next character. */
  at: number;
  /** Where its line begins. */
  lineStart: number;
  /** The column of the next content, from 0; -1 at the end of the document. Set by {@link toContent}. */
  column: number;
  /** Whether {@link toContent} has come by a comment. */
  commented: boolean;
  /** How many mappings and lists the reader is in. */
  depth: number;
  readonly comments: Span[];
}

/** UTF-16 codes of characters that YAML gives a meaning. */
export const code = {
  tab: 0x09,
  lineFeed: 0x0a,
  carriageReturn: 0x0d,
  space: 0x20,
  doubleQuote: 0x22,
  hash: 0x23,
  singleQuote: 0x27,
  comma: 0x2c,
  dash: 0x2d,
  colon: 0x3a,
  greater: 0x3e,
  question: 0x3f,
  openBracket: 0x5b,
  backslash: 0x5c,
  closeBracket: 0x5d,
  openBrace: 0x7b,
  bar: 0x7c,
  closeBrace: 0x7d,
} as const;

/** How many mappings and lists within each other are read here; more are left to a fuller reader, which knows the limit. */
export const deepest = 100;

/** How many characters a key may have here; YAML allows for 1,024. */
export const longestKey = 1000;

/** Goes over blanks, lines and comments to what comes next; false where it is not sure what that is. */
export function toContent(cursor: YamlCursor): boolean {
  const { text } = cursor;
  let { at } = cursor;
  cursor.commented = false;
  for (;;) {
    const next = text.charCodeAt(at);
    if (next === code.space) {
      at++;
    } else if (next === code.lineFeed) {
      cursor.lineStart = ++at;
    } else if (next === code.carriageReturn) {
      at++;
    } else if (next === code.hash) {
      if (at > cursor.lineStart && text.charCodeAt(at - 1) !== code.space) return false;
      const end = endOfLine(text, at);
      cursor.comments.push({ from: at, to: at + text.slice(at, end).trimEnd().length });
      cursor.commented = true;
      at = end;
    } else {
      cursor.at = at;
      cursor.column = at === text.length || isMarker(text, at, cursor.lineStart) ? -1 : at - cursor.lineStart;
      return next !== code.tab;
    }
  }
}

/** Goes to what comes next, and is sure that it stands on a later line. */
export function toNextLine(cursor: YamlCursor): boolean {
  const line = cursor.lineStart;
  return toContent(cursor) && (cursor.lineStart > line || cursor.at === cursor.text.length);
}

/** Whether a code is that of a blank, a line break, or `NaN`, which stands for the end of the text. */
export function endsToken(next: number): boolean {
  return isBlank(next) || next === code.lineFeed || next === code.carriageReturn || Number.isNaN(next);
}

/** Whether a code is that of a quote. */
export function isQuote(next: number): boolean {
  return next === code.doubleQuote || next === code.singleQuote;
}

/** Where the line of an offset ends, before its LF. */
export function endOfLine(text: string, at: number): number {
  const lineFeed = text.indexOf("\n", at);
  return lineFeed === -1 ? text.length : lineFeed;
}

/** Whether a code is that of a space or a tab. */
export function isBlank(next: number): boolean {
  return next === code.space || next === code.tab;
}

/** Whether a line begins or ends a document: `---` or `...`. */
function isMarker(text: string, at: number, lineStart: number): boolean {
  return (
    at === lineStart && (text.startsWith("---", at) || text.startsWith("...", at)) && endsToken(text.charCodeAt(at + 3))
  );
}
