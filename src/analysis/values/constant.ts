import type { BinaryOperator } from "../../promql/operators.js";

/**
 * What an arithmetic operator or a comparison makes of two numbers, as Prometheus computes it; a comparison gives 1 or 0.
 * Nothing where that may not be exact, and for an operator on series or histograms.
 */
export function foldConstant(op: BinaryOperator, left: number, right: number): number | undefined {
  switch (op) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return left / right;
    case "%":
      return left % right;
    case "^":
      return exactPower(left, right);
    case "==":
      return Number(left === right);
    case "!=":
      return Number(left !== right);
    case "<":
      return Number(left < right);
    case "<=":
      return Number(left <= right);
    case ">":
      return Number(left > right);
    case ">=":
      return Number(left >= right);
    case "and":
    case "or":
    case "unless":
    case "atan2":
    case "</":
    case ">/":
      return undefined;
  }
}

/** Other powers may differ from Prometheus' in the last digit. Unlike in JavaScript, 1 to the power of NaN is 1. */
function exactPower(base: number, exponent: number): number | undefined {
  if (base === 1 || (base === -1 && Math.abs(exponent) === Infinity)) return 1;
  const value = base ** exponent;
  return [base, exponent, value].every(Number.isSafeInteger) ? value : undefined;
}

const flips: Partial<Record<BinaryOperator, BinaryOperator>> = { "<": ">", "<=": ">=", ">": "<", ">=": "<=" };

/** The comparison with its sides exchanged: `5 < x` is `x > 5`. */
export function flipped(op: BinaryOperator): BinaryOperator {
  return flips[op] ?? op;
}
