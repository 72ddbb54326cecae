import { metricName } from "../../promql/labels.js";
import type { Expr, Token } from "../../syntax/ast.js";
import type { Because, Span } from "../../syntax/problem.js";
import { nodesOf } from "../../syntax/walk.js";
import type { Cause } from "./label-fact.js";

/** Where what takes labels away begins. */
export interface Removers {
  readonly aggregations: ReadonlySet<number>;
  readonly others: ReadonlySet<number>;
}

/** Where the steps of a query begin that take labels away. */
export function removersOf(root: Expr): Removers {
  const startsOf = (tokens: readonly (Token | { readonly span: Span } | undefined)[]) =>
    tokens.flatMap((token) => (token ? [token.span.from] : []));
  const aggregations = nodesOf(root, "Aggregation").flatMap(({ op, grouping }) =>
    startsOf([op, grouping, ...(grouping?.labels ?? [])]),
  );
  const operators = nodesOf(root, "Binary").flatMap(({ op, matching }) =>
    startsOf([op, matching, ...(matching?.group?.include ?? [])]),
  );
  const strings = startsOf(nodesOf(root, "StringLiteral"));
  return { aggregations: new Set(aggregations), others: new Set([...operators, ...strings]) };
}

/** The steps among what says that a label is gone; none where the series never had it. */
export function removals(
  gone: readonly Cause[],
  label: string,
  { aggregations, others }: Removers,
): readonly Because[] {
  // A server may be told to remove the name later than it is written.
  const isRemoval = ({ span }: Cause) => aggregations.has(span.from) || (label !== metricName && others.has(span.from));
  const steps = gone.filter(isRemoval);
  const first = steps.filter(({ span }, index) => steps.findIndex((other) => other.span.from === span.from) === index);
  return first.map(({ why, span }) => ({ at: span, message: why }));
}
