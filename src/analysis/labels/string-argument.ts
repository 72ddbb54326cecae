import type { Expr, Token } from "../../syntax/ast.js";
import { holdsVariable } from "../../syntax/scan.js";
import { withoutParens } from "../without-parens.js";

/** The text of a string argument, without quotes and parentheses; nothing for another expression. */
export function stringArgument(expr: Expr | undefined): Token | undefined {
  const inner = expr && withoutParens(expr);
  if (inner?.kind !== "StringLiteral") return undefined;
  const { value, span } = inner;
  return { text: value, span, ...(holdsVariable(value) && { variable: true }) };
}
