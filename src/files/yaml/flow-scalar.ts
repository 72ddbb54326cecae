import { SegmentList } from "./segments.js";

const lineBreaks = /[ \t]*(?:\r?\n[ \t]*)+/y;
const blanks = /[ \t]+/y;

/** The segments of a plain scalar that stands at `from` to `to`. */
export function plainSegments(text: string, from: number, to: number): SegmentList {
  const list = new SegmentList(text);
  let at = from;
  while (at < to) at = lineBreak(list, text, at, to) ?? ordinary(list, text, at, to, "");
  return list;
}

/** The segments of a single-quoted scalar that stands at `from` to `to`, quotes included. */
export function singleQuotedSegments(text: string, from: number, to: number): SegmentList {
  const list = new SegmentList(text);
  const end = to - 1;
  let at = from + 1;
  while (at < end) {
    if (text.startsWith("''", at)) {
      list.unit("'", at, at + 2);
      at += 2;
    } else {
      at = lineBreak(list, text, at, end) ?? ordinary(list, text, at, end, "'");
    }
  }
  return list;
}

/** The segments of a double-quoted scalar that stands at `from` to `to`, quotes included. */
export function doubleQuotedSegments(text: string, from: number, to: number): SegmentList {
  const list = new SegmentList(text);
  const end = to - 1;
  let at = from + 1;
  while (at < end) {
    at =
      text[at] === "\\"
        ? escape(list, text, at)
        : (lineBreak(list, text, at, end) ?? ordinary(list, text, at, end, "\\"));
  }
  return list;
}

/** Reads line breaks with the blanks around them: one is a space, `n` are `n - 1` line feeds. */
function lineBreak(list: SegmentList, text: string, at: number, end: number): number | undefined {
  lineBreaks.lastIndex = at;
  const match = lineBreaks.exec(text)?.[0];
  if (match === undefined || at + match.length > end) return undefined;
  const count = match.split("\n").length - 1;
  list.unit(count === 1 ? " " : "\n".repeat(count - 1), at, at + match.length);
  return at + match.length;
}

/** Reads at least one character, and on to the next blank, line break or `stop`. */
function ordinary(list: SegmentList, text: string, at: number, end: number, stop: string): number {
  blanks.lastIndex = at;
  let to = at + Math.max(1, blanks.exec(text)?.[0].length ?? 1);
  while (to < end && !" \t\r\n".includes(text.charAt(to)) && text[to] !== stop) to++;
  list.copy(at, Math.min(to, end));
  return Math.min(to, end);
}

const escapedLineBreak = /\\\r?\n[ \t]*/y;
const escapedCode = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8}))/y;

function escape(list: SegmentList, text: string, at: number): number {
  escapedLineBreak.lastIndex = at;
  const nothing = escapedLineBreak.exec(text);
  if (nothing) return at + nothing[0].length;

  escapedCode.lastIndex = at;
  const code = escapedCode.exec(text);
  if (code) {
    const point = parseInt(code[1] ?? code[2] ?? code[3] ?? "", 16);
    const to = at + code[0].length;
    list.unit(point <= 0x10ffff ? String.fromCodePoint(point) : code[0], at, to);
    return to;
  }
  list.unit(escapes.get(text.charAt(at + 1)) ?? text.slice(at, at + 2), at, at + 2);
  return at + 2;
}

/** https://yaml.org/spec/1.2.2/#57-escaped-characters */
const escapes: ReadonlyMap<string, string> = new Map([
  ["0", "\0"],
  ["a", "\x07"],
  ["b", "\b"],
  ["t", "\t"],
  ["\t", "\t"],
  ["n", "\n"],
  ["v", "\v"],
  ["f", "\f"],
  ["r", "\r"],
  ["e", "\x1b"],
  [" ", " "],
  ['"', '"'],
  ["/", "/"],
  ["\\", "\\"],
  ["N", "\x85"],
  ["_", "\xa0"],
  ["L", "\u2028"],
  ["P", "\u2029"],
]);
