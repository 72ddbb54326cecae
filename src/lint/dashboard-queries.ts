import type { Span } from "../syntax/problem.js";
import type { Query } from "./rule.js";
import type { Dashboard, DashboardQuery, FieldPlace } from "./subject.js";

/** A query of a dashboard that Prometheus accepts, and where it stands. */
export interface PlacedQuery {
  readonly query: Query;
  /** The variables that have a single value there. */
  readonly repeatedBy: readonly string[];
  /** The place of a span of the query. */
  readonly at: (span: Span) => FieldPlace;
}

/** The queries of a dashboard that Prometheus accepts: of its panels, its variables and its annotations. */
export function* dashboardQueries({ panels, queries }: Dashboard): Iterable<PlacedQuery> {
  for (const panel of panels) {
    for (const own of panel.queries) yield* placed(own, panel.repeatedBy);
  }
  for (const own of queries) yield* placed(own, []);
}

function* placed({ expr, part, query }: DashboardQuery, repeatedBy: readonly string[]): Iterable<PlacedQuery> {
  if (!query) return;
  const at = ({ from, to }: Span): FieldPlace => {
    return { field: expr.field, span: { from: from + part.from, to: to + part.from } };
  };
  yield { query, repeatedBy, at };
}
