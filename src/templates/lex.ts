import type { Problem, Span } from "../syntax/problem.js";

/** What a lexeme is. `flaw` ends the list where the text cannot be read; `end` does so otherwise. */
export type LexemeType =
  | "text"
  | "comment"
  | "open"
  | "close"
  | "space"
  | "keyword"
  | "identifier"
  | "bool"
  | "variable"
  | "field"
  | "dot"
  | "string"
  | "char"
  | "number"
  | "complex"
  | "declare"
  | "assign"
  | "pipe"
  | "comma"
  | "left-paren"
  | "right-paren"
  | "other"
  | "flaw"
  | "end";

/** A piece of a template. */
export interface Lexeme extends Span {
  readonly type: LexemeType;
  /** As it is written; of a `text` what trim markers leave. */
  readonly text: string;
}

/** The lexemes of a template, and why it could not be read to its end. */
export interface Lexed {
  readonly lexemes: readonly Lexeme[];
  readonly problem?: Problem;
}

const keywords = new Set([
  ...["block", "break", "continue", "define", "else", "end", "if", "range", "nil", "template", "with"],
]);

const space = /[ \t\r\n]+/y;
const word = /[\p{L}\p{Nd}_]+/uy;
const quoted = /"[^"\\\n]*(?:\\[^\n][^"\\\n]*)*"/y;
const raw = /`[^`]*`/y;
const character = /'[^'\\\n]*(?:\\[^\n][^'\\\n]*)*'/y;
const closing = /(?:[ \t\r\n]-)?\}\}/y;
const terminator = /[ \t\r\n.,|:()]|\}\}|$/y;
const number =
  /[+-]?(?:0[xX][\da-fA-F_]*(?:\.[\da-fA-F_]*)?(?:[pP][+-]?[\d_]*)?|0[oO][0-7_]*(?:\.[0-7_]*)?|0[bB][01_]*(?:\.[01_]*)?|[\d_]*(?:\.[\d_]*)?(?:[eE][+-]?[\d_]*)?)i?/y;

/** Where a pattern ends that stands at an offset. */
function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/**
 * Takes a template apart as Go does, in one pass.
 * Source: https://pkg.go.dev/text/template#hdr-Text_and_spaces
 */
export function lexTemplate(text: string): Lexed {
  const lexemes: Lexeme[] = [];
  let at = 0;
  let trims = false;
  const push = (type: LexemeType, to: number): void => {
    lexemes.push({ type, from: at, to, text: text.slice(at, to) });
    at = to;
  };
  const failed = (words: Flaw): Lexed => {
    const { from = at, to = text.length, message, help } = words;
    const problem = { code: "template-syntax", severity: "error", at: { from, to }, message } as const;
    lexemes.push({ type: "flaw", from, to, text: text.slice(from, to) });
    return { lexemes, problem: { ...problem, ...(help && { help }) } };
  };

  while (at < text.length) {
    const open = text.indexOf("{{", at);
    const to = open === -1 ? text.length : open;
    const trimsLeft = /^-[ \t\r\n]/.test(text.slice(to + 2, to + 4));
    const value = trimmed(text.slice(at, to), trims, open !== -1 && trimsLeft);
    if (value !== "") lexemes.push({ type: "text", from: at, to, text: value });
    at = to;
    if (open === -1) break;

    const afterOpen = open + (trimsLeft ? 4 : 2);
    const inside = text.startsWith("/*", afterOpen)
      ? lexComment(text, open, afterOpen)
      : lexAction(text, open, afterOpen, push);
    if (inside.flaw) return failed(inside.flaw);
    at = inside.to;
    if (inside.comment) lexemes.push({ type: "comment", ...inside.comment, text: "" });
    trims = inside.trims;
  }
  lexemes.push({ type: "end", from: text.length, to: text.length, text: "" });
  return { lexemes };
}

interface Flaw extends Partial<Span> {
  readonly message: string;
  readonly help?: string;
}

/** How an action or comment ends. */
interface Inside {
  readonly to: number;
  readonly trims: boolean;
  readonly comment?: Span;
  readonly flaw?: Flaw;
}

function trimmed(text: string, left: boolean, right: boolean): string {
  let from = 0;
  let to = text.length;
  while (left && from < to && " \t\r\n".includes(text.charAt(from))) from++;
  while (right && to > from && " \t\r\n".includes(text.charAt(to - 1))) to--;
  return text.slice(from, to);
}

function lexComment(text: string, open: number, from: number): Inside {
  const flawed = (message: string, to: number): Inside => ({ to, trims: false, flaw: { from: open, to, message } });
  const star = text.indexOf("*/", from + 2);
  if (star === -1) return flawed("the comment is not closed by `*/}}`", from + 2);
  const to = endOf(closing, text, star + 2);
  if (to === undefined) return flawed("the comment does not end with `*/}}`", star + 2);
  return { to, trims: text.charAt(to - 3) === "-", comment: { from: open, to } };
}

function lexAction(text: string, open: number, from: number, push: (type: LexemeType, to: number) => void): Inside {
  const parens: number[] = [];
  let at = open;
  const take = (type: LexemeType, to: number): void => {
    push(type, to);
    at = to;
  };
  const flawed = (flaw: Flaw): Inside => ({ to: at, trims: false, flaw });
  take("open", from);
  while (at < text.length) {
    const close = endOf(closing, text, at);
    if (close !== undefined) {
      const unclosed = parens.at(-1);
      if (unclosed !== undefined) {
        return flawed({ from: unclosed, to: unclosed + 1, message: "the parenthesis is not closed" });
      }
      const trims = text.charAt(close - 3) === "-" && close - at === 4;
      take("close", close);
      return { to: close, trims };
    }
    const piece = nextPiece(text, at);
    if ("message" in piece) return flawed(piece);
    if (piece.type === "left-paren") parens.push(at);
    if (piece.type === "right-paren" && parens.length === 0) {
      return flawed({ from: at, to: at + 1, message: "the parenthesis has not been opened" });
    }
    if (piece.type === "right-paren") parens.pop();
    take(piece.type, piece.to);
  }
  return flawed({ from: open, to: open + 2, message: "the action is not closed", help: "add `}}`" });
}

interface Piece {
  readonly type: LexemeType;
  readonly to: number;
}

const marks: Readonly<Record<string, LexemeType>> = {
  "|": "pipe",
  "=": "assign",
  ",": "comma",
  "(": "left-paren",
  ")": "right-paren",
};

/** What comes next inside an action that does not end here. */
function nextPiece(text: string, at: number): Piece | Flaw {
  const char = text.charAt(at);
  const mark = marks[char];
  if (mark) return { type: mark, to: at + 1 };
  const spaceEnd = endOf(space, text, at);
  if (spaceEnd !== undefined) return { type: "space", to: beforeTrim(text, at, spaceEnd) };
  if (char === ":") {
    return text.charAt(at + 1) === "="
      ? { type: "declare", to: at + 2 }
      : { from: at, to: at + 1, message: "`:` stands alone", help: "write `:=` to declare a variable" };
  }
  if (char === '"') return closed("string", endOf(quoted, text, at), text, at);
  if (char === "`") return closed("string", endOf(raw, text, at), text, at);
  if (char === "'") return closed("char", endOf(character, text, at), text, at);
  if (char === "$") return named("variable", text, at, at + 1);
  if (char === "." && !/\d/.test(text.charAt(at + 1))) return named("field", text, at, at + 1);
  if (/[\d.+-]/.test(char)) return numberPiece(text, at);
  if (endOf(word, text, at) !== undefined) return named("identifier", text, at, at);
  if (char > " " && char <= "~") return { type: "other", to: at + 1 };
  const whole = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return { from: at, to: at + whole.length, message: "this character has no place in an action" };
}

/** Spaces but for the last one where a trim marker follows. */
function beforeTrim(text: string, at: number, end: number): number {
  return end - at > 1 && text.startsWith("-}}", end) ? end - 1 : end;
}

function closed(type: LexemeType, to: number | undefined, text: string, at: number): Piece | Flaw {
  if (to !== undefined) return { type, to };
  const line = text.indexOf("\n", at);
  const end = line === -1 ? text.length : line;
  return {
    from: at,
    to: end,
    message: "the quote is not closed",
    help: `add ${text.charAt(at) === "`" ? "a backquote" : `\`${text.charAt(at)}\``}`,
  };
}

/** A name after a dollar sign, a dot or nothing; what may follow it is limited. */
function named(type: "variable" | "field" | "identifier", text: string, at: number, from: number): Piece | Flaw {
  const to = endOf(word, text, from) ?? from;
  if (endOf(terminator, text, to) === undefined) {
    const bad = String.fromCodePoint(text.codePointAt(to) ?? 0);
    return {
      from: to,
      to: to + bad.length,
      message: `\`${text.slice(at, to)}\` is followed by a character that belongs to no name`,
      ...(/^[\w.-]+$/.test(bad) && type === "field" && { help: 'write `index $labels "name"` for such a label' }),
    };
  }
  if (type === "field") return { type: to === from ? "dot" : "field", to };
  const name = text.slice(at, to);
  if (type === "identifier" && (name === "true" || name === "false")) return { type: "bool", to };
  return { type: type === "identifier" && keywords.has(name) ? "keyword" : type, to };
}

function numberPiece(text: string, at: number): Piece | Flaw {
  const first = endOf(number, text, at) ?? at;
  const isSum = /[+-]/.test(text.charAt(first));
  const to = isSum ? (endOf(number, text, first) ?? first) : first;
  const follows = endOf(word, text, to);
  if (follows !== undefined || (isSum && !text.slice(at, to).endsWith("i"))) {
    return { from: at, to: follows ?? to, message: `\`${text.slice(at, follows ?? to)}\` is no number` };
  }
  return { type: isSum ? "complex" : "number", to };
}
