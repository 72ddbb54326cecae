import type { Call, Expr, Grouping, Token, VectorSelector } from "../ast.js";
import { inOneLine } from "../characters.js";
import type { Cursor } from "../cursor.js";
import type { Lexeme } from "../lexeme.js";
import type { Fix, Problem, Span } from "../problem.js";
import { vectorSpan } from "../vector-span.js";
import { mending } from "./mending.js";
import { inGoWords, type Words } from "./parse-problems.js";
import { rangeTaker } from "./range-of-expression.js";

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
  const span = { from: name.span.from, to };
  const open = cursor.text.indexOf("(", grouping.span.to);
  const bare = rangeTaker({ kind: "Call", span, name, args });
  const call = name.text + withRange(cursor, { from: open, to }, bare);
  return {
    ...groupingOfCall(name.text, grouping),
    ...(args.length > 0 && choice(span, { call, written: cursor.source(grouping.span), isRanged: bare !== undefined })),
    prometheus: `unexpected ${inGoWords(found)}`,
  };
}

/** `rate(up[5m]) by (pod)`: what is said of it; a range that is missing is given as well. */
export function groupedBehind(cursor: Cursor, call: Call, grouping: Grouping): Omit<Words, "prometheus"> {
  const bare = rangeTaker(call);
  const at = { from: call.span.from, to: grouping.span.to };
  const written = cursor.source(grouping.span);
  return {
    ...groupingOfCall(call.name.text, grouping),
    ...choice(at, { call: withRange(cursor, call.span, bare), written, isRanged: bare !== undefined }),
  };
}

/** The text of a call, in which a selector gets a range. */
function withRange(cursor: Cursor, { from, to }: Span, selector: VectorSelector | undefined): string {
  if (!selector) return cursor.source({ from, to });
  const end = vectorSpan(selector).to;
  return `${cursor.source({ from, to: end })}[5m]${cursor.source({ from: end, to })}`;
}

function groupingOfCall(name: string, { mode }: Grouping): Pick<Problem, "code" | "message" | "help"> {
  return {
    code: "misplaced-grouping",
    message: `\`${mode.text}\` belongs to an aggregation, and \`${name}()\` gives one value for each series already`,
    help: leaveOut,
  };
}

const leaveOut = "leave it out, or put an aggregation around it, such as `sum`";

/** A call with its grouping, and whether the call has got a range that was missing. */
interface Grouped {
  readonly call: string;
  readonly written: string;
  readonly isRanged: boolean;
}

function choice(at: Span, { call, written, isRanged }: Grouped): Required<Pick<Problem, "help" | "fixes">> {
  const around = `sum ${written} (${call})`;
  const fixes: readonly Fix[] = [
    ...mending("Leave it out", [{ ...at, insert: call }], "suggestion").fixes,
    ...mending("Put an aggregation around it, such as `sum`, `avg` or `max`", [{ ...at, insert: around }], "suggestion")
      .fixes,
  ];
  const range = `; the function reads a range, which stands in brackets: \`${inOneLine(around)}\``;
  return { help: isRanged ? leaveOut + range : leaveOut, fixes };
}
