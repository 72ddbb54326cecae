import { isAggregator } from "../../promql/aggregators.js";
import { functionInfo } from "../../promql/functions.js";
import { parameterCount } from "../../promql/parameters.js";
import type { Expr } from "../ast.js";
import { inOneLine } from "../characters.js";
import type { Cursor } from "../cursor.js";
import type { Lexeme } from "../lexeme.js";
import { mending } from "./mending.js";
import { missingOperator, type Words } from "./parse-problems.js";

/**
 * A function behind the selector that it is to read, with nothing but a range in its parentheses, or at the end of the query
 * without any: `up rate([1m])`, `up[1m] rate()`, `up max`.
 */
export function functionBehind(cursor: Cursor, left: Expr): Words | undefined {
  const found = cursor.peek();
  const isRange = left.kind === "RangeSelector";
  if (left.kind !== "VectorSelector" && !isRange) return undefined;
  const behind = rangeBehindName(cursor);
  if (!behind || parameterCount(found.text) !== 1 || (behind.range !== "" && isRange)) return undefined;
  const wantsRange = !isAggregator(found.text) && functionInfo(found.text)?.args.includes("matrix") === true;
  const isMissing = wantsRange && !isRange && behind.range === "";
  const meant = `${found.text}(${cursor.source(left.span)}${isMissing ? "[5m]" : behind.range})`;
  const words = {
    ...missingOperator(found),
    message: `\`${found.text}\` stands before what it reads, which is in its parentheses`,
  };
  const isTaken = wantsRange === (isRange || behind.range !== "" || isMissing);
  if (!isTaken || (left.offset && !isRange)) return { ...words, help: `write \`${inOneLine(meant)}\`` };
  const edits = [{ from: left.span.from, to: behind.to, insert: meant }];
  const title = isMissing ? "Put it before, with a range" : "Put it before";
  return { ...words, ...mending(title, edits, isMissing ? "suggestion" : "safe") };
}

/** What follows the name: the range in its parentheses, and where they end. */
function rangeBehindName(cursor: Cursor): { readonly range: string; readonly to: number } | undefined {
  const types = [1, 2, 3, 4, 5].map((ahead) => cursor.peek(ahead).type).join(" ");
  const at = (ahead: number): Lexeme => cursor.peek(ahead);
  if (types.startsWith("end")) return { range: "", to: at(0).to };
  if (types.startsWith("( )")) return { range: "", to: at(2).to };
  if (types.startsWith("( duration )")) return { range: `[${at(2).text}]`, to: at(3).to };
  return types === "( [ duration ] )" ? { range: `[${at(3).text}]`, to: at(5).to } : undefined;
}
