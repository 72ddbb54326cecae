import type { Lexeme, LexemeType } from "../lexeme.js";
import type { ForeignBracket } from "../mistakes/foreign-brackets.js";
import type { Place, Words } from "../mistakes/lex-problems.js";
import { endOf, type Misread } from "../mistakes/misread.js";
import { maxProblems, type Problem, type Span } from "../problem.js";

/** An open parenthesis, or what stands in its place. */
export interface OpenParenthesis extends Span {
  readonly instead?: ForeignBracket;
}

/** Open brackets. */
export interface OpenBrackets extends Span {
  /** Whether the `:` of a subquery has been read. */
  hasColon: boolean;
  /** Whether the first number has been read; what follows it Prometheus reads by the ordinary rules. */
  hasDuration: boolean;
}

/** Open braces. */
export interface OpenBraces extends Span {
  /** Whether brackets are read as the braces that they were meant to be. */
  readonly square: boolean;
  /** How many parentheses are open inside. */
  parentheses: number;
}

/** Reads the characters of a query one after the other; gathers the lexemes, and what is wrong. */
export class Reader {
  readonly text: string;
  /** Whether Grafana's variables are accepted. */
  readonly variables: boolean;
  /** Where reading goes on. */
  at = 0;
  readonly lexemes: Lexeme[] = [];
  readonly problems: Problem[] = [];
  readonly comments: Span[] = [];
  readonly parentheses: OpenParenthesis[] = [];
  brackets: OpenBrackets | undefined = undefined;
  braces: OpenBraces | undefined = undefined;
  /** Whether any brackets of the query had a first number. */
  hasDuration = false;
  /** Where the last string begins that is not closed. */
  openString = -1;
  /** Where the `]` or `}` stands that belongs before a parenthesis; it is read there already. */
  exchanged = -1;
  private reported = 0;

  constructor(text: string, variables: boolean) {
    this.text = text;
    this.variables = variables;
  }

  /** By which rules the next character is read. */
  get place(): Place {
    if (this.braces) return "braces";
    return this.brackets && !this.brackets.hasDuration ? "duration" : "ordinary";
  }

  /** Where a pattern with the flag `y` ends that begins at `from`; nothing where it does not. */
  match(pattern: RegExp, from = this.at): number | undefined {
    return endOf(pattern, this.text, from);
  }

  /** The whole character at an offset, where it has two UTF-16 units, too. */
  character(at: number): string {
    const code = this.text.codePointAt(at);
    return code === undefined ? "" : String.fromCodePoint(code);
  }

  /** The next characters, so many. */
  span(length: number): Span {
    return { from: this.at, to: this.at + length };
  }

  /** Reads a punctuation mark or an operator. */
  emit(type: LexemeType, length: number): void {
    this.push(type, this.at + length, type);
  }

  /** Reads a lexeme up to an offset. */
  push(type: LexemeType, to: number, text = this.text.slice(this.at, to), value?: number): void {
    this.add(value === undefined ? { type, from: this.at, to, text } : { type, from: this.at, to, text, value });
  }

  /** Adds a lexeme, and goes on behind it. */
  add(lexeme: Lexeme): void {
    this.lexemes.push(this.problems.length > this.reported ? { ...lexeme, flawed: true } : lexeme);
    this.reported = this.problems.length;
    this.at = lexeme.to;
  }

  /** Leaves out the next characters, and says why. */
  skip(length: number, words: Words): void {
    this.report(this.span(length), words);
    this.at += length;
  }

  /** Adds a problem; the lexeme that comes next is flawed. */
  report(at: Span, words: Words): void {
    if (this.problems.length < maxProblems)
      this.problems.push({ severity: "error", at: { from: at.from, to: at.to }, ...words });
  }

  /** Takes what cannot stand here and has a known meaning; returns whether there is any. */
  misread(misread: Misread | undefined): boolean {
    if (!misread) return false;
    this.report(misread.at, misread.words);
    for (const lexeme of misread.meant) this.add(lexeme);
    this.at = misread.to;
    return true;
  }

  /** The first number in brackets has been read. */
  endDuration(): void {
    if (!this.brackets || this.brackets.hasDuration) return;
    this.brackets.hasDuration = true;
    this.hasDuration = true;
  }
}
