import { requiredTexts } from "../src/lint/required-texts.js";
import { defineRule } from "../src/lint/rule.js";

export const requiredAnnotations = defineRule({
  id: "required-annotations",
  summary: "An alert without the annotations that a team reads does not say what is wrong, or what to do",
  category: "alerts",
  severity: "warning",
  subject: "alerting-rule",
  options: {
    annotations: {
      type: "array",
      items: { type: "string" },
      description: "The annotations that every alert must have",
      default: ["summary"],
    },
    bySeverity: {
      type: "object",
      additionalProperties: { type: "array", items: { type: "string" } },
      description: "By severity, the annotations that such an alert must have as well",
      default: {},
    },
    values: {
      type: "object",
      additionalProperties: { type: "array", items: { type: "string", format: "re2" } },
      description: "By annotation, patterns of which the whole text must match one, where the annotation is there",
      default: {},
    },
  },

  *check(rule, { annotations, bySeverity, values }) {
    yield* requiredTexts(rule, "annotation", { names: annotations, bySeverity, values });
  },
});
