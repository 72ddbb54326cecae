import type { Expr } from "./ast.js";
import { Cursor, maxDepth, TooDeep } from "./cursor.js";
import { lex, type LexOptions } from "./lex.js";
import { withOwnMetric } from "./mistakes/own-metric.js";
import { emptyQuery, tooDeep } from "./mistakes/parse-problems.js";
import { readContinuation } from "./parser/continuation.js";
import { readOperand } from "./parser/operand.js";
import { completeOperators } from "./parser/operators.js";
import { closeParenthesis } from "./parser/parentheses.js";
import { Stacks, type Wanted } from "./parser/stacks.js";
import type { Problem } from "./problem.js";

/** What a query is read as. */
export interface Parsed {
  readonly text: string;
  /** With problems, the part of the tree that could be made out; `null` when there is none. */
  readonly expr: Expr | null;
  /** Why Prometheus cannot read the query, in the order of the text. */
  readonly problems: readonly Problem[];
}

/** How a query is read. */
export type ParseOptions = LexOptions;

/** Reads a query into a tree, as Prometheus 3.14 does. Never throws; takes time linear in the length of the text. */
export function parse(text: string, options: ParseOptions = {}): Parsed {
  const lexed = lex(text, options);
  const cursor = new Cursor(text, lexed);
  const expr = parseWhole(cursor);
  const problems = cursor.problems.sort((a, b) => a.at.from - b.at.from);
  return { text, expr: expr ?? null, problems: withOwnMetric(problems, expr) };
}

function parseWhole(cursor: Cursor): Expr | undefined {
  if (cursor.peek().type === "end") {
    if (cursor.problems.length === 0) cursor.report(cursor.peek(), emptyQuery);
    return undefined;
  }
  try {
    return parseExpression(cursor);
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    cursor.add({ severity: "error", at: error.at, ...tooDeep(maxDepth) });
    return undefined;
  }
}

/** Operands and operators in turns; the precedence of an operator says what is put together before it. */
function parseExpression(cursor: Cursor): Expr | undefined {
  const stacks = new Stacks(cursor);
  let wanted: Wanted = "operand";
  while (wanted !== "end") wanted = wanted === "operand" ? readOperand(stacks) : readContinuation(stacks);
  completeOperators(stacks);
  while (stacks.pending.length > 0) closeParenthesis(stacks);
  return stacks.operands[0]?.expr;
}
