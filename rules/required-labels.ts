import { requiredTexts } from "../src/lint/required-texts.js";
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
    bySeverity: {
      type: "object",
      additionalProperties: { type: "array", items: { type: "string" } },
      description: "By severity, the labels that such an alert must have as well",
      default: {},
    },
    values: {
      type: "object",
      additionalProperties: { type: "array", items: { type: "string", format: "re2" } },
      description: "By label, patterns of which the whole value must match one, where the label is there",
      default: {},
    },
  },

  *check(rule, { labels, bySeverity, values }) {
    yield* requiredTexts(rule, "label", { names: labels, bySeverity, values });
  },
});
