import { check } from "../check/check.js";
import type { Feature } from "../promql/features.js";
import { parse } from "../syntax/parse.js";
import { lineStarts, positionAt } from "../syntax/lines.js";
import type { Problem } from "../syntax/problem.js";

/** Why a server with these feature flags rejects a query before it evaluates it. */
export function queryMistake(query: string, features: readonly Feature[]): Problem | undefined {
  const problems = check(parse(query), { prometheus: { version: "3.14", features } });
  return problems.find(({ severity, evaluation }) => severity === "error" && !evaluation);
}

/** A mistake as Prometheus says it, with the line and the column. */
export function parseError(query: string, { at, prometheus, message }: Problem): string {
  const text = prometheus ?? message;
  // What is missing is missing at the end; the problem points at what began it.
  const from = text.startsWith("unexpected end of input") ? query.length : at.from;
  const { line } = positionAt(lineStarts(query), from);
  const column = new TextEncoder().encode(query.slice(0, from).split("\n").at(-1)).length + 1;
  return `${line}:${column}: parse error: ${text}`;
}
