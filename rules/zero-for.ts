import { defineRule } from "../src/lint/rule.js";
import { wholeField } from "../src/lint/whole-field.js";
import { isZeroDuration } from "../src/promql/durations.js";

export const zeroFor = defineRule({
  id: "zero-for",
  summary: "A `for` or `keep_firing_for` of no time changes nothing",
  category: "alerts",
  severity: "info",
  subject: "alerting-rule",

  *check({ for: holds, keepFiringFor }) {
    const fields = [
      ["for", holds, "wait"],
      ["keep_firing_for", keepFiringFor, "go on"],
    ] as const;
    for (const [name, duration, does] of fields) {
      if (!duration || !isZeroDuration(duration.text)) continue;

      const at = wholeField(duration);
      yield {
        at,
        message: `\`${name}: ${duration.text}\` changes nothing, since an alert without it does not ${does} either`,
        help: `remove \`${name}\``,
        fixes: [{ title: `Remove \`${name}\``, safety: "safe", edits: [{ ...at, withKey: true, insert: "" }] }],
      };
    }
  },
});
