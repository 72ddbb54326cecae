import { isPatternAsText } from "../src/analysis/matchers/pattern-as-text.js";
import { isPlainText } from "../src/analysis/matchers/simplest-matcher.js";
import { dashboardQueries } from "../src/lint/dashboard-queries.js";
import { defineRule } from "../src/lint/rule.js";
import type { FieldPlace, Variable } from "../src/lint/subject.js";
import type { LabelMatcher } from "../src/syntax/ast.js";
import { grafanaVariables, withoutVariables } from "../src/syntax/grafana-variables.js";
import type { Fix } from "../src/syntax/problem.js";
import { nodesOf } from "../src/syntax/walk.js";

export const equalityWithMultiValueVariable = defineRule({
  id: "equality-with-multi-value-variable",
  summary: "A label that is compared with several values as if they were one equals none of them",
  category: "dashboards",
  severity: "warning",
  subject: "dashboard",

  *check(dashboard) {
    const several = new Map(Array.from(dashboard.variables).filter(([, variable]) => mayBeSeveral(variable)));
    if (several.size === 0) return;

    for (const { query, repeatedBy, at } of dashboardQueries(dashboard)) {
      for (const matcher of nodesOf(query.root, "LabelMatcher")) {
        const { op, label } = matcher;
        const compared = comparedWith(matcher, query.text).flatMap((name) => several.get(name) ?? []);
        // Where All leaves out every series, some mean that it leaves out none.
        const found = compared.find(({ name, multi }) => !repeatedBy.includes(name) && (multi || op.text === "="));
        if (!found || isPatternAsText(matcher)) continue;

        const instead = op.text === "=" ? "=~" : "!~";
        const fix: Fix<FieldPlace> = {
          title: `Use \`${instead}\``,
          safety: "review",
          edits: [{ ...at(op.span), insert: instead }],
        };
        yield {
          at: at(op.span),
          message: `${chosen(found)}, \`${op.text}\` compares \`${label.text}\` with ${written(found)}, so nothing is ${op.text === "=" ? "selected" : "left out"}`,
          because: [
            {
              at: { field: found.field, span: { from: 0, to: found.name.length } },
              message: `${found.multi ? "several values" : "All"} can be chosen here`,
            },
          ],
          ...(isPlainText(withoutVariables(matcher.value))
            ? { fixes: [fix] }
            : { help: `use \`${instead}\`, and escape what has a meaning in a pattern` }),
        };
      }
    }
  },
});

/** A single "All" may stand for a value of its own, such as `default`. */
function mayBeSeveral({ type, multi, includeAll, allValue = "|" }: Variable): boolean {
  return (type === "query" || type === "custom") && (multi || (includeAll && !isPlainText(allValue)));
}

/** The variables that a matcher compares with, which Grafana writes as a pattern when they have several values. */
function comparedWith({ op, valueToken }: LabelMatcher, text: string): readonly string[] {
  if (!valueToken.variable || (op.text !== "=" && op.text !== "!=")) return [];
  const written = text.slice(valueToken.span.from, valueToken.span.to);
  return Array.from(grafanaVariables(written)).flatMap(({ name, format = "regex" }) =>
    format === "regex" || format === "pipe" ? [name.text] : [],
  );
}

function chosen({ name, multi }: Variable): string {
  return `with ${multi ? "several values" : "All"} chosen for \`$${name}\``;
}

/** https://grafana.com/docs/grafana/latest/datasources/prometheus/template-variables/ */
function written({ multi, allValue }: Variable): string {
  return multi || allValue === undefined ? "a text such as `(a|b)`" : `the text \`${allValue}\``;
}
