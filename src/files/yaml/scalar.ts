import { doubleQuotedSegments, plainSegments, singleQuotedSegments } from "./flow-scalar.js";
import { scalar, type Scalar } from "../node.js";
import { code, endsToken, isBlank, type YamlCursor } from "./cursor.js";

/**
 * Reads a scalar in quotes, whose lines stand to the right of column `parent`, and stops behind it. `undefined` where it
 * is broken or unusual.
 */
export function quotedScalar(cursor: YamlCursor, parent: number): Scalar | undefined {
  const { text, at: from } = cursor;
  const quote = text.charCodeAt(from);
  let copied = true;
  let at = from + 1;
  for (let next = text.charCodeAt(at); ; next = text.charCodeAt(++at)) {
    if (next === quote) {
      if (quote === code.doubleQuote || text.charCodeAt(at + 1) !== quote) break;
      at++;
      copied = false;
    } else if (next === code.backslash && quote === code.doubleQuote) {
      const length = escapeLength(text, at);
      if (length === 0) return undefined;
      at += length - 1;
      copied = false;
    } else if (next === code.lineFeed) {
      cursor.lineStart = at + 1;
      if (!continues(text, at + 1, parent)) return undefined;
      copied = false;
    } else if (Number.isNaN(next)) {
      return undefined;
    }
  }
  cursor.at = at + 1;
  const span = { from, to: at + 1 };
  if (quote === code.singleQuote) {
    return scalar(span, "single", copied ? text.slice(from + 1, at) : singleQuotedSegments(text, from, at + 1).value);
  }
  return scalar(span, "double", copied ? text.slice(from + 1, at) : doubleQuotedSegments(text, from, at + 1).value);
}

/** Reads a plain scalar that may take several lines, which stand to the right of column `parent`, and stops behind it. */
export function plainScalar(cursor: YamlCursor, parent: number): Scalar | undefined {
  const { text, at: from } = cursor;
  if (!beginsPlain(text, from, false)) return undefined;
  let stop = plainStop(text, from, false);
  const to = beforeBlanks(text, from, stop);
  cursor.at = stop;
  if (text.charCodeAt(stop) === code.colon) return undefined;

  let end = to;
  while (text.charCodeAt(stop) === code.lineFeed) {
    let line = stop + 1;
    let content = line;
    for (let next = text.charCodeAt(content); ; next = text.charCodeAt(++content)) {
      if (next === code.lineFeed) line = content + 1;
      else if (next !== code.space && next !== code.carriageReturn) break;
    }
    if (content - line <= parent || content === text.length || text.charCodeAt(content) === code.hash) break;
    if (text.charCodeAt(content) === code.tab) return undefined;
    stop = plainStop(text, content, false);
    if (text.charCodeAt(stop) === code.colon) return undefined;
    end = beforeBlanks(text, content, stop);
    cursor.at = stop;
    cursor.lineStart = line;
  }
  return scalar({ from, to: end }, "plain", end === to ? text.slice(from, to) : plainSegments(text, from, end).value);
}

/** Reads a plain scalar on one line, such as a key, and stops behind it and its blanks. */
export function plainLine(cursor: YamlCursor, flow: boolean): Scalar | undefined {
  const { text, at: from } = cursor;
  if (!beginsPlain(text, from, flow)) return undefined;
  const stop = plainStop(text, from, flow);
  const to = beforeBlanks(text, from, stop);
  if (to === from) return undefined;
  cursor.at = stop;
  return scalar({ from, to }, "plain", text.slice(from, to));
}

/** Whether the line that begins at `at` is empty, or its content stands to the right of column `parent`. */
export function continues(text: string, at: number, parent: number): boolean {
  let content = at;
  while (text.charCodeAt(content) === code.space) content++;
  const next = text.charCodeAt(content);
  if (next === code.lineFeed || next === code.carriageReturn) return true;
  return content - at > parent && next !== code.tab;
}

/** Whether a plain scalar begins here. In flow style, `?` and `:` are left to a fuller reader. */
function beginsPlain(text: string, at: number, flow: boolean): boolean {
  const next = text.charCodeAt(at + 1);
  switch (text.charCodeAt(at)) {
    case code.dash:
      return !endsToken(next) && !(flow && isFlow(next));
    case code.question:
    case code.colon:
      return !endsToken(next) && !flow;
    default:
      return !endsToken(text.charCodeAt(at)) && !",[]{}#&*!|>'\"%@`".includes(text.charAt(at));
  }
}

/** Where the part of a plain scalar on a line stops: at a line's end, before `: ` or ` #`, at a flow indicator. */
function plainStop(text: string, from: number, flow: boolean): number {
  for (let at = from; ; at++) {
    const next = text.charCodeAt(at);
    if (next === code.lineFeed || Number.isNaN(next)) return at;
    if (next === code.colon && (endsToken(text.charCodeAt(at + 1)) || (flow && isFlow(text.charCodeAt(at + 1))))) {
      return at;
    }
    if (next === code.hash && at > from && isBlank(text.charCodeAt(at - 1))) return at;
    if (flow && isFlow(next)) return at;
  }
}

function isFlow(next: number): boolean {
  switch (next) {
    case code.comma:
    case code.openBracket:
    case code.closeBracket:
    case code.openBrace:
    case code.closeBrace:
      return true;
    default:
      return false;
  }
}

function beforeBlanks(text: string, from: number, to: number): number {
  while (to > from && (isBlank(text.charCodeAt(to - 1)) || text.charCodeAt(to - 1) === code.carriageReturn)) to--;
  return to;
}

/** How long a valid escape is; 0 for a broken one and for those that are rare. */
function escapeLength(text: string, at: number): number {
  const next = text.charAt(at + 1);
  if (next !== "" && '"\\/nrtbf0aev N_LP'.includes(next)) return 2;
  if (next === "x" && /^[\da-fA-F]{2}$/.test(text.slice(at + 2, at + 4))) return 4;
  if (next === "u" && /^[\da-fA-F]{4}$/.test(text.slice(at + 2, at + 6))) return 6;
  return 0;
}
