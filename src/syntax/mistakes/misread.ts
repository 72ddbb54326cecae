import { goChar } from "../characters.js";
import { endOf } from "../end-of.js";
import type { LexemeType } from "../lexeme.js";
import type { Span } from "../problem.js";
import type { Words } from "./lex-problems.js";

/** What somebody writes who does not know PromQL: what is said of it, and what is read in its place. */
export interface Misread {
  readonly at: Span;
  readonly words: Words;
  /** Where reading goes on. */
  readonly to: number;
  readonly meant: readonly Meant[];
}

/** A lexeme that was meant. */
interface Meant extends Span {
  readonly type: LexemeType;
  readonly text: string;
  readonly value?: number;
}

const word = /[A-Za-z_]\w*/y;

/** What Prometheus says of a word or a character in braces that is not what it expects there. */
export function goInBraces(
  text: string,
  at: number,
  expected: "label matching operator" | "string" | '"," or "}"',
): string {
  const to = endOf(word, text, at);
  if (to !== undefined) {
    return `unexpected identifier ${JSON.stringify(text.slice(at, to))} in label matching, expected ${expected}`;
  }
  const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return char === "{" ? "unexpected left brace '{'" : `unexpected character inside braces: ${goChar(char)}`;
}
