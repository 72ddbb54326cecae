import { endOf } from "../syntax/end-of.js";
import type { Span } from "../syntax/problem.js";

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

/** What is wrong with a text that cannot be taken apart; without a place, all that is left of it. */
export interface Flaw extends Partial<Span> {
  readonly message: string;
  readonly help?: string;
}

const keywords = new Set([
  ...["block", "break", "continue", "define", "else", "end", "if", "range", "nil", "template", "with"],
]);
const space = /[ \t\r\n]+/y;
const word = /[\p{L}\p{Nd}_]+/uy;
const quoted = /"[^"\\\n]*(?:\\[^\n][^"\\\n]*)*"/y;
const raw = /`[^`]*`/y;
const character = /'[^'\\\n]*(?:\\[^\n][^'\\\n]*)*'/y;
const terminator = /[ \t\r\n.,|:()]|\}\}|$/y;
const number =
  /[+-]?(?:0[xX][\da-fA-F_]*(?:\.[\da-fA-F_]*)?(?:[pP][+-]?[\d_]*)?|0[oO][0-7_]*(?:\.[0-7_]*)?|0[bB][01_]*(?:\.[01_]*)?|[\d_]*(?:\.[\d_]*)?(?:[eE][+-]?[\d_]*)?)i?/y;

/** A piece of an action: what it is, and where it ends. */
export interface Piece {
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
export function nextPiece(text: string, at: number): Piece | Flaw {
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
