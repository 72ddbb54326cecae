import type { Metrics } from "../../metrics/metrics.js";
import type { QueryResult } from "../../prometheus/index.js";
import type { Expr } from "../../syntax/ast.js";

/** The two queries, what the first one has given, and what is known of metrics. */
export interface Compared {
  readonly own: Expr;
  readonly answer: Expr;
  readonly result: QueryResult;
  readonly metrics: Metrics;
}

/** What can be said of two queries. */
export type Help = (compared: Compared) => string | undefined;

/** What the first of some helps says that says something. */
export function firstOf(helps: readonly Help[], compared: Compared): string | undefined {
  for (const help of helps) {
    const said = help(compared);
    if (said !== undefined) return said;
  }
  return undefined;
}
