import { live } from "../src/analysis/labels/branch.js";
import { resultLabels } from "../src/analysis/labels/result-labels.js";
import { defineRule } from "../src/lint/rule.js";
import type { AlertingRule } from "../src/lint/subject.js";
import { isZeroDuration } from "../src/promql/durations.js";
import { ruleTemplates } from "../src/templates/rule-templates.js";

export const valueInLabel = defineRule({
  id: "value-in-label",
  summary: "A value in a label makes another alert each time the value changes",
  category: "alerts",
  severity: "warning",
  subject: "alerting-rule",

  *check(rule) {
    const isConstant = hasConstantValue(rule);
    for (const { at, part, text, facts } of ruleTemplates(rule)) {
      if (part !== "label") continue;

      for (const { of, span } of facts?.printed ?? []) {
        if (of === "alert" && isConstant) continue;

        const waits = rule.for && !isZeroDuration(rule.for.text) ? ", which waits for its `for` anew" : "";
        const source = of === "alert" ? `\`${text.slice(span.from, span.to)}\`` : "the value of a query";
        yield {
          at: at(span),
          message: `${source} in a label makes another alert each time the value changes${waits}`,
          help: "print it in an annotation",
        };
      }
    }
  },
});

/** Whether each alert has the same value for as long as it lasts, such as that of `up == 0`. */
function hasConstantValue({ query }: AlertingRule): boolean {
  if (!query) return false;
  return live(resultLabels(query.root)).every(
    ({ constant, condition }) => constant !== undefined || (condition?.op === "==" && condition.constant !== undefined),
  );
}
