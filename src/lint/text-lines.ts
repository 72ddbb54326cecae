import type { Span } from "../syntax/problem.js";

/** The lines of a text. LF, CRLF and a lone CR end a line, in YAML as in a query. */
export class TextLines {
  private readonly text: string;
  /** Where lines begin, ascending. */
  private readonly starts: readonly number[];

  constructor(text: string) {
    this.text = text;
    this.starts = [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), ({ 0: found, index }) => index + found.length)];
  }

  /** The line that an offset stands on, without its break. */
  at(offset: number): Span {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.starts[middle] ?? Infinity) <= offset) low = middle;
      else high = middle - 1;
    }
    const next = this.starts[low + 1];
    return { from: this.starts[low] ?? 0, to: next === undefined ? this.text.length : this.endBefore(next) };
  }

  /** The line below one; `undefined` below the last. */
  below(line: Span): Span | undefined {
    const next = this.behind(line);
    return next === line.to ? undefined : this.at(next);
  }

  /** Where the next line begins; at the end of the text, the end of the line. */
  behind({ to }: Span): number {
    if (this.text.startsWith("\r\n", to)) return to + 2;
    return to < this.text.length ? to + 1 : to;
  }

  /** The first character of a line that is no blank, or its end. */
  indented({ from, to }: Span): number {
    let at = from;
    while (at < to && isBlank(this.text[at])) at++;
    return at;
  }

  /** Whether nothing but blanks stands beside a span on its lines. */
  isAlone({ from, to }: Span): boolean {
    let before = from;
    while (before > 0 && isBlank(this.text[before - 1])) before--;
    let after = to;
    while (after < this.text.length && isBlank(this.text[after])) after++;
    return (
      (before === 0 || isBreak(this.text[before - 1])) && (after === this.text.length || isBreak(this.text[after]))
    );
  }

  private endBefore(next: number): number {
    return this.text.startsWith("\r\n", next - 2) && next >= 2 ? next - 2 : next - 1;
  }
}

function isBlank(char: string | undefined): boolean {
  return char === " " || char === "\t" || char === "\ufeff";
}

function isBreak(char: string | undefined): boolean {
  return char === "\n" || char === "\r";
}
