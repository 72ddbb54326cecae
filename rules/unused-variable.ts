import { defineRule } from "../src/lint/rule.js";
import type { Dashboard } from "../src/lint/subject.js";
import { grafanaVariables } from "../src/syntax/grafana-variables.js";

export const unusedVariable = defineRule({
  id: "unused-variable",
  summary: "A variable that nothing uses is a choice without an effect",
  category: "dashboards",
  severity: "warning",
  subject: "dashboard",

  *check(dashboard) {
    const { text, variables, hasAllVariables } = dashboard;
    if (!hasAllVariables || variables.size === 0 || handsOnAll.test(text)) return;

    const used = usedIn(dashboard);
    for (const { name, field, type } of variables.values()) {
      if (used.has(name) || type === "adhoc" || type === "groupby") continue;
      yield {
        at: { field, span: { from: 0, to: name.length } },
        message: `nothing in the dashboard uses the variable \`${name}\``,
        help: "remove it, or use it in a query",
      };
    }
  },
});

/** A link that takes all variables along. */
const handsOnAll = /\bincludeVars\\*["']?\s*:\s*true\b|\$(?:\{__all_variables\b|__all_variables\b)/;

/** Names of variables that stand where no dollar is needed: in conditions, and in links to a dashboard. */
const named = /\bvariable\\*["']?\s*:\s*\\*["']?(\w+)|[?&]var-(\w+)/g;

/** The names that stand anywhere but in the definition of the variable itself. */
function usedIn({ text, variables, repeatedBy }: Dashboard): ReadonlySet<string> {
  const used = new Set(repeatedBy);
  const add = (name: string, at: number): void => {
    const definition = variables.get(name)?.definition;
    if (definition && (at < definition.from || at >= definition.to)) used.add(name);
  };
  for (const { name, span } of grafanaVariables(text)) add(name.text, span.from);
  for (const match of text.matchAll(named)) add(match[1] ?? match[2] ?? "", match.index);
  return used;
}
