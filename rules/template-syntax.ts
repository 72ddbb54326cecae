import { defineRule, type Finding } from "../src/lint/rule.js";
import type { FieldPlace } from "../src/lint/subject.js";
import type { Problem } from "../src/syntax/problem.js";
import { type RuleTemplate, ruleTemplates } from "../src/templates/rule-templates.js";

export const templateSyntax = defineRule({
  id: "template-syntax",
  summary: "A template with a mistake keeps Prometheus from loading the file, or puts an error into the alert",
  category: "alerts",
  severity: "error",
  subject: "alerting-rule",

  *check(rule) {
    for (const template of ruleTemplates(rule)) {
      const { part, problem, facts } = template;
      if (problem) yield findingOf(template, problem, "the file is rejected");
      for (const failure of facts?.failures ?? []) {
        yield findingOf(template, failure, `an error message takes the place of the ${part}`);
      }
    }
  },
});

function findingOf({ at }: RuleTemplate, problem: Problem, consequence: string): Finding<FieldPlace> {
  const { message, help } = problem;
  return { at: at(problem.at), message: `${consequence}: ${message}`, ...(help && { help }) };
}
