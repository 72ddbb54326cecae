import type { Token } from "./ast.js";
import type { Lexed } from "./lex.js";
import type { Lexeme, LexemeType } from "./lexeme.js";
import { maxProblems, type Problem, type Span } from "./problem.js";

/** How deep a tree may be. Chains such as `a + b + c` are not deep. */
export const maxDepth = 2000;

/** Thrown inside the parser where a query is deeper than {@link maxDepth}; never leaves it. */
export class TooDeep extends Error {
  readonly at: Span;

  constructor(at: Span) {
    super("too deep");
    this.at = at;
  }
}

/** Reads the lexemes of a query one after the other and gathers what is wrong. */
export class Cursor {
  readonly text: string;
  readonly problems: Problem[];
  private readonly lexed: Lexed;
  private index = 0;
  /** Where the last problem lies that was reported here. */
  private place = -1;

  constructor(text: string, lexed: Lexed) {
    this.text = text;
    this.lexed = lexed;
    this.problems = [...lexed.problems];
  }

  /** The lexeme that comes next; at the end always the one of type `end`. */
  peek(ahead = 0): Lexeme {
    const { lexemes } = this.lexed;
    return lexemes[Math.min(this.index + ahead, lexemes.length - 1)] ?? endOf(this.text);
  }

  /** The lexeme that was read last; before the first one an empty place at the beginning. */
  last(): Span {
    return this.lexed.lexemes[this.index - 1] ?? { from: 0, to: 0 };
  }

  /** Reads the next lexeme. */
  next(): Lexeme {
    const lexeme = this.peek();
    if (lexeme.type !== "end") this.index += 1;
    return lexeme;
  }

  /** Reads so many lexemes, or all up to the end. */
  advance(count: number): void {
    for (let left = count; left > 0 && this.peek().type !== "end"; left--) this.next();
  }

  /** Reads the next lexeme if it is of this type. */
  take(type: LexemeType): Lexeme | undefined {
    return this.peek().type === type ? this.next() : undefined;
  }

  /** Whether the next lexeme is one of these keywords. */
  atKeyword(...words: readonly string[]): boolean {
    const lexeme = this.peek();
    return lexeme.type === "keyword" && words.includes(lexeme.text);
  }

  /** The text of a span. */
  source({ from, to }: Span): string {
    return this.text.slice(from, to);
  }

  /** Whether the lexer has complained of what was read last or comes next: more would only follow from that. */
  isSaid(): boolean {
    const next = this.peek();
    if (next.flawed || this.lexed.lexemes[this.index - 1]?.flawed) return true;
    return next.type === "end" && this.lexed.unclosed;
  }

  /**
   * Adds a problem, unless somebody has complained of this place: one mistake gives one problem. Where words were
   * read to find out what is wrong, `said` tells it of the place before. What follows the last one is not read.
   */
  report(at: Span, words: Omit<Problem, "severity" | "at">, said = this.isSaid()): void {
    if (said) return;
    if (at.from === this.place) return;
    this.place = at.from;
    this.add({ severity: "error", at: { from: at.from, to: at.to }, ...words });
  }

  /** Adds a problem, whatever was said before. */
  add(problem: Problem): void {
    if (this.problems.length < maxProblems) this.problems.push(problem);
    if (this.problems.length >= maxProblems) this.index = this.lexed.lexemes.length - 1;
  }

  /** Whether a problem lies in a span. */
  hasProblemIn({ from, to }: Span): boolean {
    return this.problems.some(({ at }) => at.from >= from && at.to <= to);
  }
}

function endOf(text: string): Lexeme {
  return { type: "end", from: text.length, to: text.length, text: "" };
}

/** The lexeme as a token of the tree, `text` being its meaning. */
export function tokenOf<T extends string = string>(lexeme: Lexeme, text: T): Token<T>;
export function tokenOf(lexeme: Lexeme): Token;
export function tokenOf(lexeme: Lexeme, text = lexeme.text): Token {
  const span = { from: lexeme.from, to: lexeme.to };
  return lexeme.variable ? { text, span, variable: true } : { text, span };
}
