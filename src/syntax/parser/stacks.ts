import type { Expr } from "../ast.js";
import { maxDepth, TooDeep, type Cursor } from "../cursor.js";
import { binaryOperator } from "../lexeme-kinds.js";
import type { Lexeme } from "../lexeme.js";
import { isPattern, type Words } from "../mistakes/parse-problems.js";
import type { Span } from "../problem.js";
import { missing, type Operand, type Pending } from "./pending.js";
import { parsePostfix, startsPostfix } from "./postfix.js";

/** What comes next in a query: an operand, or what may follow one. */
export type Wanted = "operand" | "operator" | "end";

/**
 * What has been read of an expression: operands, and what waits for them. The stacks are the parser's own, so that no
 * query overflows the one of JavaScript.
 */
export class Stacks {
  readonly cursor: Cursor;
  readonly operands: Operand[] = [];
  readonly pending: Pending[] = [];
  /** Whether the last operand is missing; then a problem has been reported, and another would only follow from it. */
  operandMissing = false;

  constructor(cursor: Cursor) {
    this.cursor = cursor;
  }

  /** The operand that was read last, with its tree. */
  get last(): Expr | undefined {
    return this.operands.at(-1)?.expr;
  }

  /** Puts on the stack what waits for an operand. */
  open(pending: Pending): void {
    this.pending.push(pending);
    if (this.pending.length > maxDepth) throw new TooDeep(this.cursor.last());
  }

  /** Puts an operand on the stack; nothing where one is missing. */
  push(expr: Expr | undefined, depth: number): void {
    if (depth > maxDepth) throw new TooDeep(this.cursor.last());
    this.operands.push(expr ? { expr, depth } : missing);
  }

  /** Takes the last operand from the stack. */
  pop(): Operand {
    return this.operands.pop() ?? missing;
  }

  /** Puts an operand on the stack, with what follows it directly: brackets, `offset`, `@`. */
  complete(expr: Expr | undefined, depth = 1): "operator" {
    let whole = expr;
    let levels = depth;
    const frame = this.pending.at(-1);
    const caller = frame?.kind === "call" && frame.args.length === 0 ? frame.name : undefined;
    while (startsPostfix(this.cursor)) {
      whole = parsePostfix(this.cursor, whole, caller);
      if (++levels > maxDepth) throw new TooDeep(this.cursor.last());
    }
    this.operandMissing = whole === undefined;
    this.push(whole, levels);
    return "operator";
  }

  /** Whether an aggregation is open. */
  isInAggregation(): boolean {
    return this.pending.some(({ kind }) => kind === "aggregation");
  }

  /** Prometheus says of every misplaced token inside an aggregation that it lies there, if its lexer takes it. */
  report(at: Lexeme | Span, words: Words, said = this.cursor.isSaid()): void {
    const inside = this.isInAggregation() && !("type" in at && isPattern(at)) ? " in aggregation" : "";
    this.cursor.report(at, { ...words, prometheus: words.prometheus + inside }, said);
  }

  /** Goes on to where an expression can continue: an operator, a comma or parenthesis of the same level, or the end. */
  skip(): void {
    const { cursor } = this;
    for (let depth = 0; ; cursor.next()) {
      const lexeme = cursor.peek();
      if (lexeme.type === "end") return;
      if (depth === 0 && (lexeme.type === ")" || lexeme.type === "," || binaryOperator(lexeme))) return;
      if (lexeme.type === "(" || lexeme.type === "{" || lexeme.type === "[") depth += 1;
      if (lexeme.type === ")" || lexeme.type === "}" || lexeme.type === "]") depth -= 1;
      if (depth < 0) depth = 0;
    }
  }
}
