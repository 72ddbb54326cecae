import { lintDashboards, lintPanels } from "../../lint/lint-dashboards.js";
import { readQuery, type LintOptions } from "../../lint/lint.js";
import type { Query } from "../../lint/rule.js";
import type { Dashboard, DashboardQuery } from "../../lint/subject.js";
import type { SourceDiagnostic } from "../lint-source.js";
import { placeField } from "../place-field.js";
import { titleOf } from "../place-query.js";
import type { Source } from "../source.js";

/**
 * What is wrong with the dashboards of a file and their panels, whatever comments say. `queries` are those of the file, by
 * their field, where they have been read; `undefined` for one that Prometheus rejects.
 */
export function lintOwnDashboards(
  source: Source,
  options: LintOptions,
  queries: ReadonlyMap<string, Query | undefined>,
): readonly SourceDiagnostic[] {
  if (options.rules.every(({ subject }) => subject !== "panel" && subject !== "dashboard")) return [];
  const dashboards = source.dashboards.map((dashboard) => withQueries(dashboard, options, queries));
  const panels = dashboards.flatMap((dashboard) => dashboard.panels);
  const panelOf = new Map(panels.flatMap((panel) => panel.queries.map(({ expr }) => [expr.field, panel] as const)));
  const sources = new Map([[source.path, source]]);
  const found = [
    ...lintPanels(panels, options.rules),
    ...lintDashboards(dashboards, options.rules).map((each) => ({ ...each, panel: panelOf.get(each.at.field) })),
  ];
  return found.flatMap(({ panel, ...rest }) => {
    const diagnostic = placeField(rest, source.path, sources);
    return diagnostic ? [{ ...diagnostic, ...titleOf(panel) }] : [];
  });
}

function withQueries(
  dashboard: Dashboard,
  options: LintOptions,
  known: ReadonlyMap<string, Query | undefined>,
): Dashboard {
  const parsed = <Q extends DashboardQuery>(own: Q): Q => {
    const { expr, part, use } = own;
    const read = (): Query | undefined =>
      readQuery(expr.text.slice(part.from, part.to), { ...options, use, variables: "grafana" });
    const query = known.size > 0 ? known.get(expr.field) : read();
    return { ...own, ...(query && { query }) };
  };
  const panels = dashboard.panels.map((panel) => ({ ...panel, queries: panel.queries.map(parsed) }));
  return { ...dashboard, panels, queries: dashboard.queries.map(parsed) };
}
