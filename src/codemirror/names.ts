import { isFunction } from "../analysis/explain/functions.js";
import { isAggregator, type AggregatorName } from "../promql/aggregators.js";
import type { FunctionName } from "../promql/functions.js";
import { metricName } from "../promql/labels.js";
import { lex } from "../syntax/lex.js";
import type { Lexeme } from "../syntax/lexeme.js";
import type { ParseOptions } from "../syntax/parse.js";
import type { Span } from "../syntax/problem.js";
import { type Frame, isMatchOperator, isName, readFrames } from "./frames.js";

/** A name in a query that means something without the rest of it. */
export type NamedPart = { readonly span: Span } & (
  | { readonly kind: "function"; readonly name: FunctionName }
  | { readonly kind: "aggregator"; readonly name: AggregatorName }
  | { readonly kind: "metric"; readonly name: string }
);

/** The names of functions, aggregation operators and metrics in a query, which may be wrong or unfinished. */
export function namedParts(text: string, options: ParseOptions): readonly NamedPart[] {
  const { lexemes } = lex(text, options);
  const parts: NamedPart[] = [];
  readFrames(lexemes, (lexeme, index, { open }) => {
    const part = partOf(lexeme, lexemes[index - 1], lexemes[index + 1], lexemes[index - 2], open.at(-1));
    if (part) parts.push(part);
  });
  return parts;
}

function partOf(
  lexeme: Lexeme,
  previous: Lexeme | undefined,
  next: Lexeme | undefined,
  beforePrevious: Lexeme | undefined,
  frame: Frame | undefined,
): NamedPart | undefined {
  const { from, to, text, type } = lexeme;
  const span = { from, to };
  if (lexeme.variable || frame?.kind === "labels") return undefined;
  if (frame?.kind === "braces") {
    if (type !== "string" || isMatchOperator(next)) return undefined;
    const isValue = isMatchOperator(previous);
    const isNameValue = previous?.type === "=" && beforePrevious?.text === metricName;
    return isValue && !isNameValue ? undefined : { kind: "metric", name: text, span };
  }
  const calls = next?.type === "(";
  if (calls && (type === "identifier" || type === "keyword") && isFunction(text) && previous?.type !== "@") {
    return { kind: "function", name: text, span };
  }
  if (type === "keyword") {
    const groups = next?.text === "by" || next?.text === "without";
    return isAggregator(text) && (calls || groups) ? { kind: "aggregator", name: text, span } : undefined;
  }
  return isName(lexeme) && !calls ? { kind: "metric", name: text, span } : undefined;
}
