import { neverMetricNames } from "../promql/keywords.js";
import { isBinaryOperator, operatorInfo, type BinaryOperator } from "../promql/operators.js";
import type { Lexeme, LexemeType } from "./lexeme.js";

/** The binary operator that a lexeme is. */
export function binaryOperator({ type, text }: Lexeme): BinaryOperator | undefined {
  if (type === "keyword") return isBinaryOperator(text) ? text : undefined;
  return isBinaryOperator(type) ? type : undefined;
}

/** Whether a lexeme is an operator that compares values. */
export function isComparison(lexeme: Lexeme): boolean {
  const operator = binaryOperator(lexeme);
  return operator !== undefined && operatorInfo(operator).class === "comparison";
}

/** Whether a lexeme is `by` or `without`. */
export function isGrouping({ type, text }: Lexeme): boolean {
  return type === "keyword" && (text === "by" || text === "without");
}

/** Whether an expression may begin with a lexeme; a sign does not count. */
export function startsOperand({ type, text }: Lexeme): boolean {
  if (type === "keyword") return !neverMetricNames.has(text);
  return operandTypes.has(type);
}

const operandTypes: ReadonlySet<string> = new Set<LexemeType>([
  ...(["identifier", "metric-identifier", "number", "duration", "string", "variable", "(", "{"] as const),
]);
