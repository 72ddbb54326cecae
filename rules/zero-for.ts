import { defineRule } from "../src/lint/rule.js";
import { wholeField } from "../src/lint/whole-field.js";
import { isZeroDuration } from "../src/promql/durations.js";

export const zeroFor = defineRule({
  id: "zero-for",
  summary: "A `for` or `keep_firing_for` of no time says what holds without it",
  category: "alerts",
  severity: "info",
  subject: "alerting-rule",

  *check({ for: holds, keepFiringFor }) {
    const fields = { for: holds, keep_firing_for: keepFiringFor };
    for (const [name, duration] of Object.entries(fields)) {
      if (!duration || !isZeroDuration(duration.text)) continue;

      const at = wholeField(duration);
      yield {
        at,
        message: `\`${name}: ${duration.text}\` does nothing: it is what holds without it`,
        help: `remove \`${name}\``,
        fixes: [{ title: `Remove \`${name}\``, safety: "safe", edits: [{ ...at, withKey: true, insert: "" }] }],
      };
    }
  },
});
