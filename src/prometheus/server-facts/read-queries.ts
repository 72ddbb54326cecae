import { check } from "../../check/check.js";
import type { PrometheusTarget } from "../../promql/features.js";
import type { Expr } from "../../syntax/ast.js";
import { parse } from "../../syntax/parse.js";

/** A query that is going to be linted. */
export interface AskedQuery {
  readonly text: string;
  /** Set where Grafana's variables may stand in it. */
  readonly variables?: "grafana";
}

/** A query that can be asked about. */
export interface ReadQuery {
  readonly text: string;
  readonly root: Expr;
  /** Whether it can be evaluated as it is. */
  readonly isFixed: boolean;
}

/** The queries that a server accepts, each once. */
export function readQueries(
  queries: readonly AskedQuery[],
  prometheus: PrometheusTarget | undefined,
): readonly ReadQuery[] {
  const read = new Map<string, ReadQuery>();
  for (const { text, variables } of queries) {
    if (read.has(text)) continue;
    const parsed = parse(text, variables ? { variables } : {});
    const problems = check(parsed, prometheus ? { prometheus } : {});
    if (!parsed.expr || problems.some(({ severity }) => severity === "error")) continue;
    const isFixed = variables === undefined || !/\$|\[\[/.test(text);
    read.set(text, { text, root: parsed.expr, isFixed });
  }
  return [...read.values()];
}
