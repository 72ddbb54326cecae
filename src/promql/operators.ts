/** What an operator between two expressions does. */
export type OperatorClass = "arithmetic" | "comparison" | "set" | "trim";

interface OperatorInfo {
  readonly class: OperatorClass;
  /** A higher one binds tighter. */
  readonly precedence: number;
  /** `2 ^ 3 ^ 2` is `2 ^ (3 ^ 2)`; every other operator groups from the left. */
  readonly rightAssociative?: true;
}

const operators = {
  or: { class: "set", precedence: 1 },
  and: { class: "set", precedence: 2 },
  unless: { class: "set", precedence: 2 },
  "==": { class: "comparison", precedence: 3 },
  "!=": { class: "comparison", precedence: 3 },
  "<": { class: "comparison", precedence: 3 },
  "<=": { class: "comparison", precedence: 3 },
  ">": { class: "comparison", precedence: 3 },
  ">=": { class: "comparison", precedence: 3 },
  "</": { class: "trim", precedence: 3 },
  ">/": { class: "trim", precedence: 3 },
  "+": { class: "arithmetic", precedence: 4 },
  "-": { class: "arithmetic", precedence: 4 },
  "*": { class: "arithmetic", precedence: 5 },
  "/": { class: "arithmetic", precedence: 5 },
  "%": { class: "arithmetic", precedence: 5 },
  atan2: { class: "arithmetic", precedence: 5 },
  "^": { class: "arithmetic", precedence: 6, rightAssociative: true },
} as const satisfies Record<string, OperatorInfo>;

/** An operator between two expressions, in lower case. */
export type BinaryOperator = keyof typeof operators;

/** How tightly a sign before an expression binds: like `*`. */
export const signPrecedence = operators["*"].precedence;

/** Whether a lower-case text is an operator between two expressions. */
export function isBinaryOperator(text: string): text is BinaryOperator {
  return Object.hasOwn(operators, text);
}

/**
 * The class, precedence and associativity of an operator.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/operators/#binary-operator-precedence
 */
export function operatorInfo(operator: BinaryOperator): OperatorInfo {
  return operators[operator];
}

/** All operators between two expressions. */
export const binaryOperators = Object.keys(operators) as readonly BinaryOperator[];
