import { aggregatorInfo, isAggregator, type AggregatorName } from "../../promql/aggregators.js";
import { functionInfo } from "../../promql/functions.js";
import type { Expr, Grouping, Token } from "../ast.js";
import type { Cursor } from "../cursor.js";
import type { Lexeme } from "../lexeme.js";
import type { Edit, Problem, Span } from "../problem.js";
import { mending } from "./mending.js";
import { rangeOfFunction } from "./misplaced-range.js";
import { inGoWords, type Words } from "./parse-problems.js";

/** A function or aggregation that stands before its arguments without parentheses. */
export interface Unparenthesised {
  /** With the name that it has in PromQL, where another one is written. */
  readonly name: Token;
  /** Where `(` belongs. */
  readonly found: Lexeme;
  readonly grouping?: Grouping;
  /** The length of a time behind what it reads: `max up over 1h`. */
  readonly time?: Span & { readonly duration: string };
  /** A range right behind it: `rate[5m] up`. */
  readonly brackets?: Span;
}

/** The function that reads a range, by the name of itself or of an aggregation: `max_over_time` for `max`. */
export function rangeReader(name: string): string | undefined {
  const reader = isAggregator(name) ? `${name}_over_time` : name;
  return functionInfo(reader)?.args.includes("matrix") ? reader : undefined;
}

/** What is said of it, when its arguments are read. */
export function missingParentheses(cursor: Cursor, call: Unparenthesised, args: readonly Expr[]): Words {
  const { name, found, grouping, time, brackets } = call;
  if (brackets) return rangeOfFunction(cursor, name, brackets, args, found);
  const to = grouping?.position === "before" ? grouping.span.to : name.span.to;
  const written = cursor.source(name.span).toLowerCase();
  const meant = time ? (rangeReader(name.text) ?? name.text) : name.text;
  const open = cursor.source({ from: to - 1, to }) === ")" ? " (" : "(";
  const edits: readonly Edit[] = [
    ...(written === meant.toLowerCase() ? [] : [{ ...name.span, insert: meant }]),
    ...args.map(({ span }, index) => ({
      from: args[index - 1]?.span.to ?? to,
      to: span.from,
      insert: index === 0 ? open : ", ",
    })),
  ];
  return {
    code: "missing-parentheses",
    message:
      written === name.text.toLowerCase()
        ? `\`${name.text}\` takes what it is applied to in parentheses`
        : `PromQL calls this \`${name.text}\`, which takes what it is applied to in parentheses`,
    ...closed(meant, args.at(-1), edits, time, args.length > 1),
    prometheus: `unexpected ${inGoWords(found)}`,
  };
}

/** The parentheses, with the range that is written otherwise or missing. */
function closed(
  name: string,
  last: Expr | undefined,
  edits: readonly Edit[],
  time: Unparenthesised["time"],
  hasParameter: boolean,
): Pick<Problem, "help" | "fixes"> {
  if (!last) return { help: `write \`${name}(METRIC)\`` };
  const { to } = last.span;
  if (isAggregator(name) && aggregatorInfo(name).param === "scalar" && !hasParameter)
    return last.kind === "NumberLiteral"
      ? { help: `write both in parentheses: \`${name}(${last.text}, METRIC)\`` }
      : { help: `write the number first: \`${name}(${exampleParameter(name)}, METRIC)\`` };
  if (time) {
    const range = { from: to, to: time.to, insert: `[${time.duration}])` };
    return mending(`Use \`${name}()\` with the range in brackets`, [...edits, range]);
  }
  const isRangeMissing = last.kind === "VectorSelector" && functionInfo(name)?.args.at(-1) === "matrix";
  return isRangeMissing
    ? mending("Add the parentheses, and a range", [...edits, { from: to, to, insert: "[5m])" }], "suggestion")
    : mending("Add the parentheses", [...edits, { from: to, to, insert: ")" }]);
}

/** A parameter of an aggregation that takes one, for an example. */
export function exampleParameter(op: AggregatorName): string {
  if (op === "count_values") return '"value"';
  return op === "quantile" || op === "limit_ratio" ? "0.9" : "5";
}
