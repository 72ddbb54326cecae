import { endOf } from "../syntax/end-of.js";
import type { Problem, Span } from "../syntax/problem.js";
import { type Flaw, type LexemeType, nextPiece } from "./lex-piece.js";

export type { LexemeType } from "./lex-piece.js";

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

const closing = /(?:[ \t\r\n]-)?\}\}/y;

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
