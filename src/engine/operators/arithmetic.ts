import type { BinaryOperator } from "../../promql/operators.js";

/** What an operator makes of two numbers; for a comparison, whether it holds. */
export type NumberOperator =
  | { readonly kind: "arithmetic"; readonly of: (left: number, right: number) => number }
  | { readonly kind: "comparison"; readonly of: (left: number, right: number) => boolean };

/** Operators between numbers. The others join sets of series, or take native histograms. */
export type ElementOperator = Exclude<BinaryOperator, "and" | "or" | "unless" | "</" | ">/">;

const operators: Readonly<Record<ElementOperator, NumberOperator>> = {
  "+": { kind: "arithmetic", of: (a, b) => a + b },
  "-": { kind: "arithmetic", of: (a, b) => a - b },
  "*": { kind: "arithmetic", of: (a, b) => a * b },
  "/": { kind: "arithmetic", of: (a, b) => a / b },
  "%": { kind: "arithmetic", of: (a, b) => a % b },
  "^": { kind: "arithmetic", of: goPower },
  atan2: { kind: "arithmetic", of: Math.atan2 },
  "==": { kind: "comparison", of: (a, b) => a === b },
  "!=": { kind: "comparison", of: (a, b) => a !== b },
  "<": { kind: "comparison", of: (a, b) => a < b },
  "<=": { kind: "comparison", of: (a, b) => a <= b },
  ">": { kind: "comparison", of: (a, b) => a > b },
  ">=": { kind: "comparison", of: (a, b) => a >= b },
};

/** What an operator makes of two numbers. */
export function numberOperator(operator: ElementOperator): NumberOperator {
  return operators[operator];
}

/** Unlike JavaScript, Go has `1 ^ NaN` and `1 ^ Inf` as 1. Source: https://pkg.go.dev/math#Pow */
function goPower(base: number, exponent: number): number {
  if (base === 1) return 1;
  if (base === -1 && Math.abs(exponent) === Infinity) return 1;
  return base ** exponent;
}

/** Unlike in JavaScript, an infinity that decides wins over NaN. Source: https://pkg.go.dev/math#Min */
export function goMin(a: number, b: number): number {
  return a === -Infinity || b === -Infinity ? -Infinity : Math.min(a, b);
}

/** Unlike in JavaScript, an infinity that decides wins over NaN. Source: https://pkg.go.dev/math#Max */
export function goMax(a: number, b: number): number {
  return a === Infinity || b === Infinity ? Infinity : Math.max(a, b);
}
