import { requiredOptions, requiredTexts } from "../src/lint/required-texts.js";
import { defineRule } from "../src/lint/rule.js";

export const requiredLabels = defineRule({
  id: "required-labels",
  summary: "An alert without the labels that a team routes by reaches nobody, or the wrong people",
  category: "alerts",
  severity: "warning",
  subject: "alerting-rule",
  options: {
    labels: {
      type: "array",
      items: { type: "string" },
      description: "The labels that every alert must have",
      default: ["severity"],
    },
    ...requiredOptions("label"),
  },

  *check(rule, { labels, bySeverity, values }) {
    yield* requiredTexts(rule, "label", { names: labels, bySeverity, values });
  },
});
