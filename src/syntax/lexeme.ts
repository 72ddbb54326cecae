import type { Span } from "./problem.js";

/** What a lexeme is; a punctuation mark or an operator stands for itself. */
export type LexemeType =
  | "number"
  | "duration"
  | "string"
  | "identifier"
  | "metric-identifier"
  | "keyword"
  | "variable"
  | "end"
  | "("
  | ")"
  | "{"
  | "}"
  | "["
  | "]"
  | ","
  | ":"
  | "@"
  | "+"
  | "-"
  | "*"
  | "/"
  | "%"
  | "^"
  | "="
  | "=="
  | "!="
  | "=~"
  | "!~"
  | "<"
  | "<="
  | ">"
  | ">="
  | "</"
  | ">/";

/** The smallest piece of a query that has a meaning. */
export interface Lexeme extends Span {
  readonly type: LexemeType;
  /** Keywords in lower case, strings without quotes and escapes, the rest as it is written. */
  readonly text: string;
  /** A keyword or string as it is written. */
  readonly raw?: string;
  /** Of a number or duration (in seconds); `NaN` where it is wrong. */
  readonly value?: number;
  /** Set when it holds a Grafana variable. */
  readonly variable?: true;
  /** Set when the lexer has complained of it, or of what stands before it. */
  readonly flawed?: true;
}
