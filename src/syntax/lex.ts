import type { Lexeme } from "./lexeme.js";
import { readInBraces } from "./lexer/braces.js";
import { readDuration } from "./lexer/brackets.js";
import { readEnd } from "./lexer/end.js";
import { readOrdinary } from "./lexer/ordinary.js";
import { Reader } from "./lexer/reader.js";
import { readComment, skipSpace } from "./lexer/space.js";
import { readVariable } from "./lexer/words.js";
import { maxProblems, type Problem, type Span } from "./problem.js";

/** The lexemes of a query, the last one of type `end`, and what is wrong with its characters. */
export interface Lexed {
  readonly lexemes: readonly Lexeme[];
  readonly problems: readonly Problem[];
  /** From `#` to the end of the line. */
  readonly comments: readonly Span[];
  /** Whether a bracket or quote is never closed; the lexer has reported it. */
  readonly unclosed: boolean;
}

/** How a query is read. @inline */
export interface LexOptions {
  /** Accept Grafana's variables: `$x`, `${x:format}`, `[[x]]`. */
  readonly variables?: "grafana";
}

/** Takes a query apart, in linear time; never throws. After a mistake it goes on with the next character. */
export function lex(text: string, options: LexOptions = {}): Lexed {
  const reader = new Reader(text, options.variables === "grafana");
  for (;;) {
    skipSpace(reader);
    if (reader.at >= text.length || reader.problems.length >= maxProblems) break;
    readNext(reader);
  }
  const unclosed = readEnd(reader);
  const { lexemes, problems, comments } = reader;
  return { lexemes, problems, comments, unclosed };
}

/** What a character means depends on what is open. In brackets, Prometheus reads a duration first, where `#` begins no comment. */
function readNext(reader: Reader): void {
  const { braces, brackets } = reader;
  const char = reader.text.charAt(reader.at);
  if ((char === "$" || char === "[") && readVariable(reader)) return;
  const isDuration = !braces && brackets?.hasDuration === false;
  if (char === "#" && !isDuration) return readComment(reader);
  if (braces) return readInBraces(reader, braces, char);
  if (isDuration) return readDuration(reader, brackets, char);
  readOrdinary(reader, char);
}
