import { defineRule } from "../src/lint/rule.js";
import { wholeField } from "../src/lint/whole-field.js";
import { matchesPattern } from "../src/promql/regex.js";

/** `level:metric:operations`, of which the first and the last may be empty. */
const threeParts = "[^:]*:[^:]+:[^:]*";

export const recordingRuleName = defineRule({
  id: "recording-rule-name",
  summary: "The name of a recording rule does not tell what it has been made of",
  category: "groups",
  severity: "info",
  subject: "recording-rule",
  options: {
    pattern: {
      type: "string",
      format: "re2",
      description: "What the whole name of a recording rule must match",
      default: threeParts,
    },
  },

  *check({ record }, { pattern }) {
    const { text } = record;
    if (text.includes("{{") || matchesPattern(pattern, text) !== false) return;
    const isDefault = pattern === threeParts;
    yield {
      at: wholeField(record),
      message: isDefault
        ? `the name \`${text}\` does not tell the level, the metric and the operations`
        : `the name \`${text}\` does not match \`${pattern}\``,
      ...(isDefault && { help: "call it `level:metric:operations`, such as `job:http_requests:rate5m`" }),
    };
  },
});
