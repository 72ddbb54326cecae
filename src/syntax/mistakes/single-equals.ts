import { quote } from "../../promql/strings.js";
import { isUsualLabel } from "../../promql/usual-labels.js";
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
    return {
      ...base,
      ...((args.length === 0 ? unquotedMatcher(cursor, op, left) : undefined) ??
        mending("Use `==`", [{ from: op.from, to: op.to, insert: "==" }])),
    };
  if (left?.kind === "VectorSelector" && !left.braces) return matcherAsArgument(cursor, op, left.span, args, more);
  return { ...base, help: 'compare values with `==`, and labels in braces behind a metric: `METRIC{LABEL="value"}`' };
}

/** A label and a value of it without braces and quotes: `mode=idle`, `cpu=0`. */
function unquotedMatcher(
  cursor: Cursor,
  op: Lexeme,
  left: Expr | undefined,
): Pick<Words, "help" | "fixes"> | undefined {
  if (left?.kind !== "VectorSelector" || left.braces || left.offset || left.at || !left.metric) return undefined;
  const [value, after] = [cursor.peek(1), cursor.peek(2)];
  const isLabel = isUsualLabel(left.metric.text);
  const isWord = value.type === "identifier" && !value.text.includes("_") && !left.metric.text.includes("_");
  if (!(isWord || (isLabel && value.type === "number")) || (after.type !== "end" && after.type !== ")"))
    return undefined;
  const insert = `{${left.metric.text}=${quote(cursor.source(value))}}`;
  const label = mending(
    "Put the label in braces, and its value in quotes",
    [{ from: left.span.from, to: value.to, insert }],
    "suggestion",
  );
  if (isLabel) return label;
  const { fixes } = mending(
    "Compare two metrics with `==`",
    [{ from: op.from, to: op.to, insert: "==" }],
    "suggestion",
  );
  return { ...label, fixes: [...label.fixes, ...fixes] };
}

const base = {
  code: "single-equals",
  message: "`=` compares a label, and labels stand in braces; values are compared with `==`",
  prometheus: 'unexpected "="',
};
