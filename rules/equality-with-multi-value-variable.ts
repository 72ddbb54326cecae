import { isPlainText } from "../src/analysis/simplest-matcher.js";
import { dashboardQueries } from "../src/lint/dashboard-queries.js";
import { defineRule } from "../src/lint/rule.js";
import type { Variable } from "../src/lint/subject.js";
import type { LabelMatcher } from "../src/syntax/ast.js";
import { grafanaVariables } from "../src/syntax/grafana-variables.js";
import { nodesOf } from "../src/syntax/walk.js";

export const equalityWithMultiValueVariable = defineRule({
  id: "equality-with-multi-value-variable",
  summary: "A label that is compared with several values as if they were one equals none of them",
  category: "dashboards",
  severity: "warning",
  subject: "dashboard",

  *check(dashboard) {
    const several = Array.from(dashboard.variables.values()).filter(mayBeSeveral);
    if (several.length === 0) return;

    for (const { query, repeatedBy, at } of dashboardQueries(dashboard)) {
      const candidates = new Map(
        several.filter(({ name }) => !repeatedBy.includes(name)).map((each) => [each.name, each]),
      );
      for (const matcher of nodesOf(query.root, "LabelMatcher")) {
        const variable = severalIn(matcher, query.text, candidates);
        if (!variable) continue;

        const { op, label } = matcher;
        const instead = op.text === "=" ? "=~" : "!~";
        const result = op.text === "=" ? "nothing is selected" : "nothing is left out";
        yield {
          at: at(op.span),
          message: `${when(variable)}, \`${op.text}\` compares \`${label.text}\` with ${written(variable)}, so ${result}`,
          because: [
            {
              at: { field: variable.field, span: { from: 0, to: variable.name.length } },
              message: variable.multi ? "several values of it can be chosen" : "All of it can be chosen",
            },
          ],
          fixes: [
            {
              title: `Use \`${instead}\``,
              safety: "review",
              edits: [{ ...at(op.span), insert: instead }],
            },
          ],
        };
      }
    }
  },
});

/** A single "All" may stand for a value of its own, such as `default`. */
function mayBeSeveral({ type, multi, includeAll, allValue = "|" }: Variable): boolean {
  return (type === "query" || type === "custom") && (multi || (includeAll && !isPlainText(allValue)));
}

/** The first of some variables that a matcher compares with as it is, or as a pattern. */
function severalIn(
  { op, valueToken }: LabelMatcher,
  text: string,
  candidates: ReadonlyMap<string, Variable>,
): Variable | undefined {
  if (!valueToken.variable || (op.text !== "=" && op.text !== "!=")) return undefined;

  const { from, to } = valueToken.span;
  for (const { name, format = "regex" } of grafanaVariables(text.slice(from, to))) {
    const variable = candidates.get(name.text);
    if (!variable || (format !== "regex" && format !== "pipe")) continue;
    // Where All leaves out every series, some mean that it leaves out none.
    if (variable.multi || op.text === "=") return variable;
  }
  return undefined;
}

function when({ name, multi }: Variable): string {
  return multi ? `with several values chosen for \`$${name}\`` : `with All chosen for \`$${name}\``;
}

/** https://grafana.com/docs/grafana/latest/datasources/prometheus/template-variables/#use-variables-in-queries */
function written({ multi, allValue }: Variable): string {
  return multi || allValue === undefined ? "a text such as `(a|b)`" : `the text \`${allValue}\``;
}
