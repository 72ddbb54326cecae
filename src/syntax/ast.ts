import type { AggregatorName } from "../promql/aggregators.js";
import type { BinaryOperator } from "../promql/operators.js";
import type { Span } from "./problem.js";

/** A piece of the query text that a message may underline and a fix may replace. */
export interface Token<T extends string = string> {
  /** The meaning: unquoted where the source is quoted, lower case where case does not matter. */
  readonly text: T;
  readonly span: Span;
  /** Set when the token holds a Grafana variable, so that its true text is not known. */
  readonly variable?: true;
}

/** A number, or a duration used as one: `5m` is 300. A sign before a literal belongs to it, as in Prometheus. */
export interface NumberLiteral {
  readonly kind: "NumberLiteral";
  readonly span: Span;
  readonly value: number;
  /** As it is written, with its sign. */
  readonly text: string;
  /** Whether it is written as a duration. */
  readonly duration: boolean;
}

/** A quoted string. */
export interface StringLiteral {
  readonly kind: "StringLiteral";
  readonly span: Span;
  /** Without quotes, escapes resolved. */
  readonly value: string;
  /** As it is written. */
  readonly text: string;
}

/** An expression in parentheses. */
export interface Paren {
  readonly kind: "Paren";
  readonly span: Span;
  readonly expr: Expr;
}

/** A sign before anything but a literal. Binds like `*`: `-a ^ b` is `-(a ^ b)`. */
export interface Unary {
  readonly kind: "Unary";
  readonly span: Span;
  readonly op: Token<"+" | "-">;
  readonly expr: Expr;
}

/** `on (…)` or `ignoring (…)`, with `group_left (…)` or `group_right (…)`. */
export interface VectorMatching {
  readonly span: Span;
  readonly mode: Token<"on" | "ignoring">;
  readonly labels: readonly Token[];
  readonly group?: {
    readonly span: Span;
    /** The side that may hold many series for one of the other. */
    readonly side: "left" | "right";
    readonly include: readonly Token[];
  };
}

/** `fill (…)`, `fill_left (…)`, `fill_right (…)`: values for series that one side lacks. */
export interface Fill {
  readonly span: Span;
  readonly left?: NumberLiteral;
  readonly right?: NumberLiteral;
}

/** Two operands and what stands between them. */
export interface Binary {
  readonly kind: "Binary";
  readonly span: Span;
  readonly op: Token<BinaryOperator>;
  readonly left: Expr;
  readonly right: Expr;
  readonly bool?: Token<"bool">;
  readonly matching?: VectorMatching;
  readonly fill?: Fill;
}

/** A function call. The name may be one that Prometheus does not have. */
export interface Call {
  readonly kind: "Call";
  readonly span: Span;
  readonly name: Token;
  readonly args: readonly Expr[];
}

/** `by (…)` or `without (…)` of an aggregation. */
export interface Grouping {
  readonly span: Span;
  readonly mode: Token<"by" | "without">;
  readonly labels: readonly Token[];
  /** Whether it stands before or after the arguments. */
  readonly position: "before" | "after";
}

/** `sum by (job) (expr)`, `topk(5, expr)`. */
export interface Aggregation {
  readonly kind: "Aggregation";
  readonly span: Span;
  readonly op: Token<AggregatorName>;
  /** The first argument of an operator that takes two. */
  readonly param?: Expr;
  /** What is aggregated. */
  readonly expr: Expr;
  readonly grouping?: Grouping;
}

/** `offset 5m`. */
export interface Offset {
  /** From the keyword on. */
  readonly span: Span;
  readonly duration: DurationExpr;
}

/** `@ 1609746000`, `@ start()`, `@ end()`. */
export interface At {
  /** From `@` on. */
  readonly span: Span;
  /** Seconds since 1970, or an end of the query's range; `NaN` for a Grafana variable. */
  readonly time: number | "start" | "end";
  /** Set when the seconds are written as a duration: `@ 1h`. */
  readonly duration?: true;
  /** The Grafana variable that stands for the time. */
  readonly variable?: Token;
}

/** What may follow a selector, a range selector and a subquery. */
export interface Modifiers {
  readonly offset?: Offset;
  readonly at?: At;
}

/** One condition on a label: `mode!="idle"`. */
export interface LabelMatcher {
  readonly kind: "LabelMatcher";
  readonly span: Span;
  /** For a whole matcher given by a Grafana variable, the variable. */
  readonly label: Token;
  readonly op: Token<MatchOperator>;
  /** Without quotes, escapes resolved. */
  readonly value: string;
  /** The string as it is written, with quotes. */
  readonly valueToken: Token;
}

/** How a matcher compares. */
export type MatchOperator = "=" | "!=" | "=~" | "!~";

/** The series of a metric, or of all metrics, that fulfil the matchers. */
export interface VectorSelector extends Modifiers {
  readonly kind: "VectorSelector";
  readonly span: Span;
  /** The name, outside the braces or quoted inside them. */
  readonly metric?: Token;
  readonly matchers: readonly LabelMatcher[];
  /** From `{` to `}`. */
  readonly braces?: Span;
  readonly extension?: Token<"anchored" | "smoothed">;
}

/** The samples of a selector over a range. Its modifiers stand here, not on `vector`. */
export interface RangeSelector extends Modifiers {
  readonly kind: "RangeSelector";
  readonly span: Span;
  readonly vector: VectorSelector;
  readonly range: DurationExpr;
  /** From `[` to `]`. */
  readonly brackets: Span;
  readonly extension?: Token<"anchored" | "smoothed">;
}

/** The results of an expression over a range: `expr[1h:5m]`. */
export interface Subquery extends Modifiers {
  readonly kind: "Subquery";
  readonly span: Span;
  readonly expr: Expr;
  readonly range: DurationExpr;
  readonly step?: DurationExpr;
  /** From `[` to `]`. */
  readonly brackets: Span;
}

/** A length of time that is written down. */
export interface DurationLiteral {
  readonly kind: "DurationLiteral";
  readonly span: Span;
  /** `NaN` for a Grafana variable. */
  readonly seconds: number;
  /** As it is written, with its sign. */
  readonly text: string;
  /** Whether it has units; `false` for a plain number of seconds, or of whatever the arithmetic around it makes of it. */
  readonly duration: boolean;
  readonly variable?: true;
}

/** Arithmetic on durations. */
export interface DurationBinary {
  readonly kind: "DurationBinary";
  readonly span: Span;
  readonly op: Token<DurationOperator>;
  readonly left: DurationExpr;
  readonly right: DurationExpr;
}

/** An operator between durations. */
export type DurationOperator = "+" | "-" | "*" | "/" | "%" | "^";

/** A sign before anything but a literal. */
export interface DurationUnary {
  readonly kind: "DurationUnary";
  readonly span: Span;
  readonly op: Token<"+" | "-">;
  readonly expr: DurationExpr;
}

/** A duration in parentheses. */
export interface DurationParen {
  readonly kind: "DurationParen";
  readonly span: Span;
  readonly expr: DurationExpr;
}

/** `step()`, `range()`, `min_of(a, b)`, `max_of(a, b)`. */
export interface DurationCall {
  readonly kind: "DurationCall";
  readonly span: Span;
  readonly name: Token<"step" | "range" | "min_of" | "max_of">;
  readonly args: readonly DurationExpr[];
}

/** What stands in brackets and after `offset`. */
export type DurationExpr = DurationLiteral | DurationBinary | DurationUnary | DurationParen | DurationCall;

/** Everything that has a value. */
export type Expr =
  | NumberLiteral
  | StringLiteral
  | Paren
  | Unary
  | Binary
  | Call
  | Aggregation
  | VectorSelector
  | RangeSelector
  | Subquery;

/** Every node of the tree. Plain data: readonly, tagged by `kind`, fit for JSON, without parents. */
export type Node = Expr | LabelMatcher | DurationExpr;

/** The tag of a node. */
export type Kind = Node["kind"];

/** The node that bears a tag. */
export type NodeOf<K extends Kind> = Extract<Node, { readonly kind: K }>;

/** Where the compiler knows that every case is handled. */
export function assertNever(value: never): never {
  throw new Error(`unhandled: ${JSON.stringify(value)}`);
}
