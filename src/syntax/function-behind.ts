import { isAggregator } from "../promql/aggregators.js";
import { functionInfo } from "../promql/functions.js";
import type { Expr } from "./ast.js";
import { inOneLine } from "./characters.js";
import type { Cursor } from "./cursor.js";
import { mending } from "./mending.js";
import { missingOperator, type Words } from "./parse-problems.js";

/** A function behind the selector that it is to read, in whose parentheses at most a range stands: `up rate([1m])`. */
export function functionBehind(cursor: Cursor, left: Expr): Words | undefined {
  const found = cursor.peek();
  const isRange = left.kind === "RangeSelector";
  if ((left.kind !== "VectorSelector" && !isRange) || cursor.peek(1).type !== "(") return undefined;
  if (!isAggregator(found.text) && !functionInfo(found.text)) return undefined;
  const own = [2, 3, 4].map((ahead) => cursor.peek(ahead)).filter(({ type }) => type === "duration")[0];
  const count = own === undefined ? 0 : cursor.peek(2).type === "[" ? 3 : 1;
  const close = cursor.peek(2 + count);
  if (close.type !== ")" || (own && isRange)) return undefined;
  const wantsRange = functionInfo(found.text)?.args.includes("matrix") ?? false;
  const range = own ? `[${own.text}]` : "";
  const meant = `${found.text}(${cursor.source(left.span)}${range})`;
  const words = {
    ...missingOperator(found),
    message: `\`${found.text}\` stands before what it reads, which is in its parentheses`,
  };
  const isTaken = wantsRange === (isRange || own !== undefined) && !(left.kind === "VectorSelector" && left.offset);
  if (!isTaken) return { ...words, help: `write \`${inOneLine(`${found.text}(${cursor.source(left.span)})`)}\`` };
  return { ...words, ...mending("Put it before", [{ from: left.span.from, to: close.to, insert: meant }]) };
}
