import { dashboardQueries } from "../src/lint/dashboard-queries.js";
import { grouped } from "../src/syntax/grouped.js";
import { defineRule, type Query } from "../src/lint/rule.js";
import type { FieldPlace } from "../src/lint/subject.js";
import { didYouMean } from "../src/promql/spelling.js";
import { grafanaVariables, type GrafanaVariable } from "../src/syntax/grafana-variables.js";
import { lex } from "../src/syntax/lex.js";
import type { Fix, Span } from "../src/syntax/problem.js";
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

    const names = [...variables.keys(), ...builtIn];
    for (const { query, at } of dashboardQueries(dashboard)) {
      for (const [name, places] of undefinedIn(query, variables)) {
        const [first] = places;
        if (!first) continue;

        const near = nearName(name, names);
        yield {
          at: at(first.span),
          message: `the dashboard has no variable \`${name}\`, so Grafana sends \`${query.text.slice(first.span.from, first.span.to)}\` as it stands`,
          ...(near === undefined
            ? { help: "add the variable to the dashboard, or write the value" }
            : {
                fixes: [
                  renamed(
                    near,
                    places.map((place) => at(place.name.span)),
                  ),
                ],
              }),
        };
      }
    }
  },
});

/** Two names of a letter or two are alike by chance, but for upper and lower case. */
function nearName(name: string, names: readonly string[]): string | undefined {
  const near = didYouMean(name, names);
  return name.length > 2 || near?.toLowerCase() === name.toLowerCase() ? near : undefined;
}

function renamed(name: string, places: readonly FieldPlace[]): Fix<FieldPlace> {
  const edits = places.map((place) => ({ ...place, insert: name }));
  return { title: `Use \`$${name}\``, safety: "suggestion", edits };
}

/** The variables of a query that are defined nowhere, by name. */
function undefinedIn(
  query: Query,
  variables: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, readonly GrafanaVariable[]> {
  const find = (text: string): readonly GrafanaVariable[] =>
    Array.from(grafanaVariables(text)).filter(({ name, span }) => {
      return !variables.has(name.text) && !mayBeAnything(text.slice(span.from, span.to), name.text);
    });
  return find(query.text).length === 0 ? new Map() : grouped(find(effective(query)), ({ name }) => name.text);
}

/**
 * The variables of Grafana that are misspelt most.
 * https://grafana.com/docs/grafana/latest/visualizations/dashboards/variables/global-variables/
 */
const builtIn: readonly string[] = [
  "__interval",
  "__interval_ms",
  "__range",
  "__range_ms",
  "__range_s",
  "__rate_interval",
  "__rate_interval_ms",
];

/** Names of Grafana that are not misspelt, `$1`, and `${NAME}`, which is filled in before Grafana sees the file. */
function mayBeAnything(written: string, name: string): boolean {
  if (name === "timeFilter" || /^\d+$/.test(name) || /^\$\{[A-Z][A-Z0-9_]*\}$/.test(written)) return true;
  if (!name.startsWith("__")) return false;
  const isMisspelt = /interval|range/i.test(name) && !name.startsWith("__auto") && !builtIn.includes(name);
  return !isMisspelt || didYouMean(name, builtIn) === undefined;
}

/**
 * The query with blanks for its comments, and for the replacements of `label_replace()`, in which `$name` is a part of the
 * pattern.
 */
function effective({ text, root }: Query): string {
  const replacements = Array.from(nodesOf(root, "Call")).flatMap(({ name, args }) =>
    name.text === "label_replace" && args[2] ? [args[2].span] : [],
  );
  let blanked = "";
  for (const { from, to } of [...lex(text, { variables: "grafana" }).comments, ...replacements].sort(inOrder)) {
    if (from < blanked.length) continue;
    blanked += text.slice(blanked.length, from) + " ".repeat(to - from);
  }
  return blanked + text.slice(blanked.length);
}

function inOrder(a: Span, b: Span): number {
  return a.from - b.from;
}
