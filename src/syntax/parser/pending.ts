import type { AggregatorName } from "../../promql/aggregators.js";
import type { BinaryOperator } from "../../promql/operators.js";
import type { Expr, Grouping, Token } from "../ast.js";
import type { Unparenthesised } from "../mistakes/missing-parentheses.js";
import type { Words } from "../mistakes/parse-problems.js";
import type { Span } from "../problem.js";
import type { OperatorModifiers } from "./labels.js";

/** What waits on the stack for its last operand, or for its closing parenthesis. */
export type Pending =
  | { readonly kind: "unary"; readonly op: Token<"+" | "-"> }
  | { readonly kind: "binary"; readonly op: Token<BinaryOperator>; readonly modifiers: OperatorModifiers }
  | Prefix
  | Frame;

/** A function or aggregation that stands before its arguments without parentheses. */
export interface Prefix extends Unparenthesised {
  readonly kind: "prefix";
  readonly params: readonly Operand[];
}

/** A mistake in the name of a function, or between it and its parentheses; what is said when the arguments are read. */
export interface Misnamed {
  readonly at: Span;
  readonly words: (args: readonly Expr[]) => Words;
  /** Whether Prometheus can read it, and says what is wrong when it checks the call. */
  readonly isChecked?: boolean;
}

/** What an open parenthesis belongs to. */
export type Frame = { readonly kind: "paren"; readonly from: number } | CallFrame | AggregationFrame;

/** A function that is open, with the arguments read so far. */
export interface CallFrame {
  readonly kind: "call";
  readonly name: Token;
  readonly args: Operand[];
  readonly misnamed?: Misnamed;
}

/** An aggregation that is open, with the arguments read so far. */
export interface AggregationFrame {
  readonly kind: "aggregation";
  readonly op: Token<AggregatorName>;
  readonly grouping: Grouping | undefined;
  readonly args: Operand[];
}

/** An operand with the depth of its tree, or the place where one is missing. */
export interface Operand {
  readonly expr: Expr | undefined;
  readonly depth: number;
}

/** The place where an operand is missing. */
export const missing: Operand = { expr: undefined, depth: 0 };

/** The depth of a tree that has these operands. */
export function depthOver(operands: readonly Operand[]): number {
  return operands.reduce((most, { depth }) => Math.max(most, depth), 0) + 1;
}
