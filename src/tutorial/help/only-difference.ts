import { isAggregator } from "../../promql/aggregators.js";
import { isBinaryOperator, operatorInfo } from "../../promql/operators.js";
import type { Expr } from "../../syntax/ast.js";
import { lex } from "../../syntax/lex.js";
import type { Lexeme } from "../../syntax/lexeme.js";
import { print } from "../../syntax/print.js";

/** What a word or sign of a query is there for. */
export type Role =
  | "range"
  | "step"
  | "offset"
  | "function"
  | "aggregation"
  | "comparison"
  | "operator"
  | "matcher"
  | "value"
  | "number"
  | "metric";

/** The one word or sign in which a query differs from another, wherever it stands. */
export interface OnlyDifference {
  readonly role: Role;
  /** As they are written, in canonical form. */
  readonly got: string;
  readonly wanted: string;
}

/** In what alone a query differs from the one that is wanted; nothing where they differ in more, or in nothing. */
export function onlyDifference(own: Expr, wanted: Expr): OnlyDifference | undefined {
  const [first, second] = wordDifferences(own, wanted) ?? [];
  return second ? undefined : first;
}

/** The words and signs in which a query differs from another, each once; nothing where one has more of them, or of other kinds. */
export function wordDifferences(own: Expr, wanted: Expr): readonly OnlyDifference[] | undefined {
  const [ours, theirs] = [own, wanted].map((expr) => lex(print(expr)).lexemes);
  if (!ours || !theirs || ours.length !== theirs.length) return undefined;
  const differences: OnlyDifference[] = [];
  for (const [k, lexeme] of ours.entries()) {
    const other = theirs[k];
    if (!other || isSame(lexeme, other)) continue;
    const role = roleOf(ours, k);
    const found = { got: written(lexeme), wanted: written(other) };
    if (!role || role !== roleOf(theirs, k)) return undefined;
    const isKnown = differences.some(
      (one) => one.role === role && one.got === found.got && one.wanted === found.wanted,
    );
    if (!isKnown) differences.push({ role, ...found });
  }
  return differences;
}

function isSame(a: Lexeme, b: Lexeme): boolean {
  return a.type === b.type && a.text === b.text;
}

function written({ raw, text }: Lexeme): string {
  return raw ?? text;
}

function roleOf(lexemes: readonly Lexeme[], k: number): Role | undefined {
  const [before, lexeme, after] = [lexemes[k - 1], lexemes[k], lexemes[k + 1]];
  if (!before) return isName(lexeme) ? nameRole(lexemes, k) : undefined;
  if (!lexeme) return undefined;
  if (lexeme.type === "duration") return durationRoles.get(before.text);
  if (lexeme.type === "number") return "number";
  if (lexeme.type === "string") return isMatcherSign(before) ? "value" : undefined;
  if (isName(lexeme)) return nameRole(lexemes, k);
  if (isMatcherSign(lexeme) && after?.type === "string") return "matcher";
  return operatorRole(lexeme.text);
}

/** Aggregations are keywords. */
function isName(lexeme: Lexeme | undefined): boolean {
  if (lexeme?.type === "keyword") return isAggregator(lexeme.text);
  return lexeme?.type === "identifier" || lexeme?.type === "metric-identifier";
}

function nameRole(lexemes: readonly Lexeme[], k: number): Role | undefined {
  if (lexemes[k]?.type === "keyword") return "aggregation";
  if (lexemes[k + 1]?.type === "(") return "function";
  return isLabel(lexemes, k) ? undefined : "metric";
}

const durationRoles: ReadonlyMap<string, Role> = new Map([
  ["[", "range"],
  [":", "step"],
  ["offset", "offset"],
]);

function operatorRole(sign: string): Role | undefined {
  if (!isBinaryOperator(sign)) return undefined;
  return operatorInfo(sign).class === "comparison" ? "comparison" : "operator";
}

function isMatcherSign({ type }: Lexeme): boolean {
  return type === "=" || type === "!=" || type === "=~" || type === "!~";
}

/** Labels stand in braces, and in the brackets of `by` and its like. */
function isLabel(lexemes: readonly Lexeme[], k: number): boolean {
  const opened = lexemes.slice(0, k).findLast(({ type }) => ["{", "}", "(", ")"].includes(type));
  if (opened?.type === "{") return true;
  if (opened?.type !== "(") return false;
  const before = lexemes[lexemes.indexOf(opened) - 1];
  return before?.type === "keyword" && !isAggregator(before.text) && !isBinaryOperator(before.text);
}
