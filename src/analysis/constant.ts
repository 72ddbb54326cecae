import type { BinaryOperator } from "../promql/operators.js";

/**
 * What an arithmetic operator or a comparison makes of two numbers, as Prometheus computes it; a comparison gives 1 or 0.
 * Nothing for an operator on series or histograms.
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
      return power(left, right);
    case "atan2":
      return Math.atan2(left, right);
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
    case "</":
    case ">/":
      return undefined;
  }
}

/** Unlike in JavaScript, 1 to the power of anything is 1, and so is -1 to the power of an infinity. */
function power(base: number, exponent: number): number {
  const isOne = base === 1 || (base === -1 && Math.abs(exponent) === Infinity);
  return isOne ? 1 : base ** exponent;
}
