import type { AggregatorName } from "../promql/aggregators.js";
import type { BinaryOperator } from "../promql/operators.js";
import type { Expr, Grouping, Token } from "./ast.js";
import type { Lexeme } from "./lexeme.js";
import type { Unparenthesised } from "./missing-parentheses.js";
import type { OperatorModifiers } from "./parse-labels.js";
import type { Span } from "./problem.js";

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

/** Brackets between the name of a function and its parentheses, and the parenthesis that Prometheus does not expect. */
interface Ranged {
  readonly brackets: Span;
  readonly found: Lexeme;
}

/** What an open parenthesis belongs to. */
export type Frame =
  | { readonly kind: "paren"; readonly from: number }
  | { readonly kind: "call"; readonly name: Token; readonly args: Operand[]; readonly ranged?: Ranged }
  | {
      readonly kind: "aggregation";
      readonly op: Token<AggregatorName>;
      readonly grouping: Grouping | undefined;
      readonly args: Operand[];
    };

/** An operand with the depth of its tree, or the place where one is missing. */
export interface Operand {
  readonly expr: Expr | undefined;
  readonly depth: number;
}

/** The place where an operand is missing. */
export const missing: Operand = { expr: undefined, depth: 0 };
