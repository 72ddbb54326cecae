import type { Expr } from "../ast.js";
import { inOneLine } from "../characters.js";
import type { Cursor } from "../cursor.js";
import { startsOperand } from "../lexeme-kinds.js";
import type { Lexeme } from "../lexeme.js";
import type { Span } from "../problem.js";
import { isFiller, isRequest } from "./foreign-words.js";
import { mending } from "./mending.js";
import { startsMatcher } from "./misplaced-matchers.js";
import { inGoWords, type Words } from "./parse-problems.js";

/** Words that ask for the result of an expression: `show me up`, `select up`. */
export interface Request {
  readonly at: Span;
  readonly words: Words;
  /** How many further lexemes belong to them. */
  readonly lexemes: number;
}

/** Reads the words in front of an expression, the first of which was taken for the expression `left`. */
export function requestBefore(cursor: Cursor, left: Expr | undefined): Request | undefined {
  if (left?.kind !== "VectorSelector" || left.braces || !left.metric) return undefined;
  const isCondition = conditions.has(left.metric.text.toLowerCase()) && !startsMatcher(cursor, 0);
  if (!isCondition && !isRequest(left.metric.text)) return undefined;
  const found = cursor.peek();
  const { from } = left.span;
  let lexemes = 0;
  while (isSaid(cursor.peek(lexemes)) && startsOperand(cursor.peek(lexemes + 1))) lexemes += 1;
  if (!startsOperand(found)) return undefined;
  const { to } = lexemes === 0 ? left.span : cursor.peek(lexemes - 1);
  const said = inOneLine(cursor.source({ from, to }));
  return {
    at: { from, to },
    words: {
      code: "missing-operator",
      message: `\`${said}\` ${lexemes === 0 ? "is no word" : "are no words"} of PromQL: ${isCondition ? comparing : "a query is the expression alone"}`,
      ...mending(`Leave out \`${said}\``, [{ from, to: cursor.peek(lexemes).from, insert: "" }]),
      prometheus: `unexpected ${inGoWords(found)}`,
    },
    lexemes,
  };
}

function isSaid({ type, text }: Lexeme): boolean {
  return type === "identifier" && (isFiller(text) || isRequest(text) || conditions.has(text.toLowerCase()));
}

const conditions: ReadonlySet<string> = new Set(["alert", "if", "when", "whenever"]);
const comparing = "a comparison keeps the series for which it holds";
