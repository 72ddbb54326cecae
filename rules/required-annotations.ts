import { requiredOptions, requiredTexts } from "../src/lint/required-texts.js";
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
    ...requiredOptions("annotation"),
  },

  *check(rule, { annotations, bySeverity, values }) {
    yield* requiredTexts(rule, "annotation", { names: annotations, bySeverity, values });
  },
});
