import { firstFrom } from "../syntax/first-from.js";
import { lex } from "../syntax/lex.js";
import type { ParseOptions } from "../syntax/parse.js";
import { parse } from "../syntax/parse.js";
import type { Edit, Span } from "../syntax/problem.js";
import { walk } from "../syntax/walk.js";
import { TextLines } from "./text-lines.js";

/** A text with comments that may suppress diagnostics: a query, or a file around queries. */
export interface CommentedText {
  readonly text: string;
  readonly lines: TextLines;
  /** In order, with their marks. */
  readonly comments: readonly Span[];
  /**
   * The end of what a comment on a line, or one above it, is about: of what begins within the line, however many lines
   * that takes; the end of the line at the least.
   */
  readonly endOf: (line: Span, comment: "on" | "above") => number;
  /** Leads to the text in which diagnostics are placed: as a text map of a file does. */
  readonly map: {
    span(span: Span): Span;
    rewrite(edits: readonly Edit[]): readonly Edit[] | undefined;
  };
}

/** Whether a text may hold a suppression comment at all. */
export function mayHoldDirective(text: string): boolean {
  return text.includes("promql-lint");
}

/** A text that is its own place. */
export const ownPlace: CommentedText["map"] = { span: (span) => span, rewrite: (edits) => edits };

/** The comments of a query. One on a line is about the line alone, one above about the expressions that begin on it. */
export function commentedQuery(text: string, options: ParseOptions, map: CommentedText["map"]): CommentedText {
  let known: readonly Span[] | undefined;
  const endOf: CommentedText["endOf"] = (line, comment) => {
    if (comment === "on") return line.to;
    known ??= expressionsOf(text, options);
    let end = line.to;
    for (let at = firstFrom(known, line.from, (span) => span.from); at < known.length; at++) {
      const expression = known[at];
      if (!expression || expression.from > line.to) break;
      end = Math.max(end, expression.to);
    }
    return end;
  };
  return { text, lines: new TextLines(text), comments: lex(text, options).comments, endOf, map };
}

function expressionsOf(text: string, options: ParseOptions): readonly Span[] {
  const { expr } = parse(text, options);
  return expr ? Array.from(walk(expr), ({ span }) => span).sort((a, b) => a.from - b.from) : [];
}
