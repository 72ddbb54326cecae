import type { Problem, Span } from "../syntax/problem.js";
import { type Lexeme, lexTemplate, type LexemeType } from "./lex.js";
import { Scope } from "./scope.js";

/** How deep blocks and parentheses of a template may be nested. A chain of `{{else if}}` is not deep. */
export const maxTemplateDepth = 500;

/**
 * Reads the lexemes of a template. At the first mistake it is at the end of the text, so that all that reads from it
 * stops; Go reports only one mistake as well.
 */
export class TemplateCursor {
  readonly text: string;
  /** The variables that may be used here. */
  variables: Scope<true>;
  /** How many `{{range}}` are open. */
  loops = 0;
  problem: Problem | undefined;
  private readonly lexemes: readonly Lexeme[];
  private readonly flaw: Problem | undefined;
  private readonly end: Lexeme;
  private index = 0;
  private depth = 0;

  constructor(text: string, variables: readonly string[]) {
    const { lexemes, problem } = lexTemplate(text);
    this.text = text;
    this.lexemes = lexemes;
    this.flaw = problem;
    this.end = { type: "end", from: text.length, to: text.length, text: "" };
    this.variables = new Scope(variables.map((name) => [name, true]));
  }

  /** The lexeme that comes next. */
  peek(): Lexeme {
    return this.lexemes[this.index] ?? this.end;
  }

  /** Reads the next lexeme. */
  next(): Lexeme {
    const lexeme = this.peek();
    if (lexeme.type !== "end" && lexeme.type !== "flaw") this.index += 1;
    return lexeme;
  }

  /** The lexeme that comes next, but for spaces, which are read. */
  peekPastSpace(): Lexeme {
    while (this.peek().type === "space") this.next();
    return this.peek();
  }

  /** The lexeme after the next one and spaces; nothing is read. */
  peekSecond(): Lexeme {
    const offset = this.lexemes[this.index + 1]?.type === "space" ? 2 : 1;
    return this.lexemes[this.index + offset] ?? this.end;
  }

  /** Reads spaces, and the next lexeme if it is of this type. */
  take(type: LexemeType): Lexeme | undefined {
    return this.peekPastSpace().type === type ? this.next() : undefined;
  }

  /** Whether a keyword comes next, after spaces. */
  atKeyword(word: string): boolean {
    const { type, text } = this.peekPastSpace();
    return type === "keyword" && text === word;
  }

  /** Stops reading. The first mistake counts; where the text cannot be taken apart, that is it. */
  fail(at: Span, message: string, more: Pick<Problem, "help" | "fixes"> = {}): void {
    const span = { from: at.from, to: at.to };
    const own: Problem = { code: "template-syntax", severity: "error", at: span, message, ...more };
    this.problem ??= this.peek().type === "flaw" ? (this.flaw ?? own) : own;
    this.index = this.lexemes.length;
  }

  /** Complains of the next lexeme. */
  unexpected(where: string): void {
    const lexeme = this.peekPastSpace();
    this.fail(
      lexeme,
      lexeme.type === "end" ? `the template ends in ${where}` : `${inWords(lexeme)} has no place in ${where}`,
    );
  }

  /** Reads what is nested, unless that is too deep. */
  nested<T>(at: Span, read: () => T): T | undefined {
    if (this.depth >= maxTemplateDepth) {
      this.fail(at, `more than ${maxTemplateDepth} blocks or parentheses stand within each other`);
      return undefined;
    }
    this.depth += 1;
    const result = read();
    this.depth -= 1;
    return result;
  }
}

function inWords({ type, text }: Lexeme): string {
  return type === "close" ? "`}}`" : `\`${text.trim()}\``;
}
