import type { Format } from "./format.js";

/** A line that is being read, from left to right. */
export interface Cursor {
  readonly line: string;
  /** A UTF-16 offset into the line. */
  at: number;
}

/** Passes over blanks and tabs. */
export function skipBlanks(cursor: Cursor): void {
  while (isBlank(cursor.line[cursor.at])) cursor.at++;
}

/** Passes over the given characters and returns whether they stand there. */
export function skip(cursor: Cursor, text: string): boolean {
  if (!cursor.line.startsWith(text, cursor.at)) return false;
  cursor.at += text.length;
  return true;
}

/** The characters up to the next blank, none at the end of the line. */
export function readWord(cursor: Cursor): string {
  const from = cursor.at;
  while (cursor.at < cursor.line.length && !isBlank(cursor.line[cursor.at])) cursor.at++;
  return cursor.line.slice(from, cursor.at);
}

/** A metric's name without quotes, or nothing. */
export function readMetricName(cursor: Cursor): string | undefined {
  return readPattern(cursor, /[a-zA-Z_:][a-zA-Z0-9_:]*/y);
}

/** A label's name without quotes, or nothing. */
export function readLabelName(cursor: Cursor): string | undefined {
  return readPattern(cursor, /[a-zA-Z_][a-zA-Z0-9_]*/y);
}

/**
 * A string in double quotes with `\\`, `\"` and `\n` resolved, or nothing where none starts or it does not end.
 * Of any other escape sequence both characters stay, as in Prometheus.
 */
export function readQuoted(cursor: Cursor): string | undefined {
  if (cursor.line[cursor.at] !== '"') return undefined;
  const from = cursor.at + 1;
  let end = from;
  while (end < cursor.line.length && cursor.line[end] !== '"') end += cursor.line[end] === "\\" ? 2 : 1;
  if (end >= cursor.line.length) return undefined;
  cursor.at = end + 1;
  return cursor.line.slice(from, end).replace(/\\([\\"n])/g, escaped);
}

/** The rest of the line as a help text: in the text format quotes are not escaped. */
export function readHelp(cursor: Cursor, format: Format): string {
  const text = cursor.line.slice(cursor.at);
  cursor.at = cursor.line.length;
  return text.replace(format === "openmetrics" ? /\\([\\"n])/g : /\\([\\n])/g, escaped);
}

function escaped(_: string, character: string): string {
  return character === "n" ? "\n" : character;
}

function readPattern(cursor: Cursor, pattern: RegExp): string | undefined {
  pattern.lastIndex = cursor.at;
  const text = pattern.exec(cursor.line)?.[0];
  cursor.at += text?.length ?? 0;
  return text;
}

function isBlank(character: string | undefined): boolean {
  return character === " " || character === "\t";
}
