import { dashboardQueries } from "../src/lint/dashboard-queries.js";
import { defineRule, type Query } from "../src/lint/rule.js";
import { askForName, didYouMean } from "../src/promql/spelling.js";
import { grafanaVariables, type GrafanaVariable } from "../src/syntax/grafana-variables.js";
import { lex } from "../src/syntax/lex.js";
import type { Span } from "../src/syntax/problem.js";
import { nodesOf } from "../src/syntax/walk.js";

export const undefinedVariable = defineRule({
  id: "undefined-variable",
  summary: "A variable that the dashboard does not have stays in the query as it is written",
  category: "dashboards",
  severity: "warning",
  subject: "dashboard",

  *check(dashboard) {
    const { variables, hasAllVariables } = dashboard;
    if (!hasAllVariables) return;

    for (const { query, at } of dashboardQueries(dashboard)) {
      for (const [name, places] of undefinedIn(query, variables)) {
        const [first] = places;
        if (!first) continue;

        const names = [...variables.keys(), ...builtIn];
        const near = didYouMean(name, names);
        const edits = places.map((place) => ({ ...at(place.name.span), insert: near ?? "" }));
        yield {
          at: at(first.span),
          message: `the dashboard has no variable \`${name}\`, so Grafana sends \`${query.text.slice(first.span.from, first.span.to)}\` as it stands`,
          help: askForName(name, names) ?? "add the variable to the dashboard, or write the value",
          ...(near !== undefined && { fixes: [{ title: `Use \`$${near}\``, safety: "suggestion" as const, edits }] }),
        };
      }
    }
  },
});

/** The variables of a query that are defined nowhere, by name. */
function undefinedIn(
  query: Query,
  variables: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, readonly GrafanaVariable[]> {
  const found = new Map<string, GrafanaVariable[]>();
  let ignored: readonly Span[] | undefined;
  for (const variable of grafanaVariables(query.text)) {
    const { name, span } = variable;
    if (variables.has(name.text) || mayBeAnything(query.text.slice(span.from, span.to), name.text)) continue;
    ignored ??= ignoredIn(query);
    if (ignored.some(({ from, to }) => from <= span.from && span.to <= to)) continue;
    found.set(name.text, [...(found.get(name.text) ?? []), variable]);
  }
  return found;
}

/** https://grafana.com/docs/grafana/latest/visualizations/dashboards/variables/global-variables/ */
const builtIn: readonly string[] = [
  "__dashboard",
  "__from",
  "__interval",
  "__interval_ms",
  "__name",
  "__org",
  "__range",
  "__range_ms",
  "__range_s",
  "__rate_interval",
  "__rate_interval_ms",
  "__timezone",
  "__to",
  "__user",
];

/** Names of Grafana that are not misspelt, `$1`, and `${NAME}`, which is filled in before Grafana sees the file. */
function mayBeAnything(written: string, name: string): boolean {
  if (name === "timeFilter" || /^\d+$/.test(name) || /^\$\{[A-Z][A-Z0-9_]*\}$/.test(written)) return true;
  if (!name.startsWith("__")) return false;
  const isMisspelt = /interval|range/i.test(name) && !name.startsWith("__auto") && !builtIn.includes(name);
  return !isMisspelt || didYouMean(name, builtIn) === undefined;
}

/** Comments, and the replacement of `label_replace()`, in which `$name` is a part of the pattern. */
function ignoredIn({ text, root }: Query): readonly Span[] {
  const replacements = Array.from(nodesOf(root, "Call")).flatMap(({ name, args }) =>
    name.text === "label_replace" && args[2] ? [args[2].span] : [],
  );
  return [...lex(text, { variables: "grafana" }).comments, ...replacements];
}
