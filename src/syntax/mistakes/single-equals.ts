import type { Expr } from "../ast.js";
import type { Cursor } from "../cursor.js";
import type { Lexeme } from "../lexeme.js";
import { mending } from "./mending.js";
import { matcherAsArgument } from "./misplaced-matchers.js";
import type { Words } from "./parse-problems.js";

/**
 * `=` behind an expression, which comes next: it compares a label where a string follows it, and values otherwise;
 * `args` are the arguments before this one, and
 * `more` lexemes behind the string are further matchers.
 */
export function singleEquals(
  cursor: Cursor,
  op: Lexeme,
  left: Expr | undefined,
  { args, more }: { readonly args: readonly Expr[]; readonly more: number },
): Words {
  if (cursor.peek(1).type !== "string")
    return { ...base, ...mending("Use `==`", [{ from: op.from, to: op.to, insert: "==" }]) };
  if (left?.kind === "VectorSelector" && !left.braces) return matcherAsArgument(cursor, op, left.span, args, more);
  return { ...base, help: 'compare values with `==`, and labels in braces behind a metric: `METRIC{LABEL="value"}`' };
}

const base = {
  code: "single-equals",
  message: "`=` compares a label, and labels stand in braces; values are compared with `==`",
  prometheus: 'unexpected "="',
};
