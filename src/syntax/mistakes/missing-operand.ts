import type { Expr } from "../ast.js";
import type { Cursor } from "../cursor.js";
import { isComparison } from "../lexeme-kinds.js";
import type { Lexeme } from "../lexeme.js";
import type { Problem, Span } from "../problem.js";
import { mending } from "./mending.js";
import { rangeAfterComma, rangeInFront } from "./misplaced-range.js";
import * as say from "./parse-problems.js";

/** Where an expression is missing. */
export interface Hole {
  /** The arguments before it, within a call. */
  readonly args: readonly (Expr | undefined)[] | undefined;
  /** Whether it is the right side of an operator. */
  readonly isCompared: boolean;
}

/** What is said where an expression belongs and none begins; what stands there comes next. */
export function missingOperand(cursor: Cursor, { args, isCompared }: Hole): { at: Lexeme | Span; words: say.Words } {
  const lexeme = cursor.peek();
  const last = cursor.last();
  const words = say.expected("an expression", lexeme);
  const afterComma = args !== undefined && cursor.source(last) === ",";
  if (lexeme.type === "[") {
    return {
      at: lexeme,
      words: afterComma ? rangeAfterComma(args.at(-1), lexeme, words) : rangeInFront(cursor, words),
    };
  }
  const twice = last.to === lexeme.from ? signTwice(cursor.source(last) + lexeme.type, last.from) : undefined;
  if (twice) return { at: lexeme, words: { ...words, ...twice } };
  if (lexeme.type === "*" && cursor.peek(1).type === ")") return { at: lexeme, words: say.starForAll(lexeme) };
  if (isComparison(lexeme) && isCompared) return { at: lexeme, words: say.comparisonAlone(lexeme) };
  return afterComma ? { at: last, words: say.trailingComma(last) } : { at: lexeme, words };
}

/** An operator or a comment of another language: `up ** 2`, `up // why`. */
function signTwice(text: string, from: number): Pick<Problem, "help" | "fixes"> | undefined {
  if (text === "**") return mending("Use `^`", [{ from, to: from + 2, insert: "^" }]);
  return text === "//" || text === "/*" ? { help: "one `/` divides, and a comment begins with `#`" } : undefined;
}
