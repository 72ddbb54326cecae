import type { Expr, Grouping, Token } from "../ast.js";
import type { Cursor } from "../cursor.js";
import type { Lexeme } from "../lexeme.js";
import type { Fix, Problem, Span } from "../problem.js";
import { mending } from "./mending.js";
import { inGoWords, type Words } from "./parse-problems.js";

/** Whether `by (…)` or `without (…)`, which comes next, stands between the name of a function and its parentheses. */
export function startsGroupedCall(cursor: Cursor): boolean {
  if (!cursor.atKeyword("by", "without") || cursor.peek(1).type !== "(") return false;
  let ahead = 2;
  for (let { type } = cursor.peek(ahead); type === "identifier" || type === "keyword" || type === ",";) {
    ahead += 1;
    ({ type } = cursor.peek(ahead));
  }
  return cursor.peek(ahead).type === ")" && cursor.peek(ahead + 1).type === "(";
}

/** `rate by (pod) (up[5m])`: what is said when its arguments are read. */
export function groupedCall(
  cursor: Cursor,
  { name, found, grouping, args }: { name: Token; found: Lexeme; grouping: Grouping; args: readonly Expr[] },
): Words {
  const { to } = cursor.last();
  const written = cursor.source(grouping.span);
  const open = cursor.text.indexOf("(", grouping.span.to);
  const call = `${name.text}${cursor.source({ from: open, to })}`;
  return {
    ...groupingOfCall(name.text, grouping),
    ...(args.length > 0 && choice({ from: name.span.from, to }, call, written)),
    prometheus: `unexpected ${inGoWords(found)}`,
  };
}

/** `rate(up[5m]) by (pod)`: what is said of it. */
export function groupedBehind(cursor: Cursor, name: string, call: Span, grouping: Grouping): Omit<Words, "prometheus"> {
  const { from } = call;
  return {
    ...groupingOfCall(name, grouping),
    ...choice({ from, to: grouping.span.to }, cursor.source(call), cursor.source(grouping.span)),
  };
}

function groupingOfCall(name: string, { mode }: Grouping): Pick<Problem, "code" | "message" | "help"> {
  return {
    code: "misplaced-grouping",
    message: `\`${mode.text}\` belongs to an aggregation, and \`${name}()\` gives one value for each series already`,
    help: "leave it out, or put an aggregation around it, such as `sum`",
  };
}

function choice(at: Span, call: string, grouping: string): { readonly fixes: readonly Fix[] } {
  const { fixes } = mending("Leave it out", [{ ...at, insert: call }], "suggestion");
  const around = mending(
    "Put an aggregation around it, such as `sum`, `avg` or `max`",
    [{ ...at, insert: `sum ${grouping} (${call})` }],
    "suggestion",
  );
  return { fixes: [...fixes, ...around.fixes] };
}
