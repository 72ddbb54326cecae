import { check } from "../src/check/check.js";
import { defineRule } from "../src/lint/rule.js";
import { queryText } from "../src/templates/query-text.js";
import { ruleTemplates } from "../src/templates/rule-templates.js";

export const templateQueryError = defineRule({
  id: "template-query-error",
  summary: "A template whose query is rejected puts an error into the alert",
  category: "alerts",
  severity: "error",
  subject: "alerting-rule",

  *check(rule) {
    for (const { at, part, facts } of ruleTemplates(rule)) {
      for (const run of facts?.queries ?? []) {
        const query = queryText(run);
        const problem = query && check(query.text).find(({ severity }) => severity === "error");
        if (!problem) continue;

        const { message, help } = problem;
        yield {
          at: at(query.place(problem.at)),
          message: `an error message takes the place of the ${part}, since Prometheus rejects the query: ${message}`,
          ...(help && { help }),
        };
      }
    }
  },
});
