import { absentCalls } from "../src/analysis/absent-calls.js";
import { defineRule } from "../src/lint/rule.js";
import { isZeroDuration } from "../src/promql/durations.js";

export const absentWithoutFor = defineRule({
  id: "absent-without-for",
  summary: "An alert on `absent()` without `for` fires at each restart",
  category: "alerts",
  severity: "info",
  subject: "alerting-rule",

  *check({ expr: { field }, query, for: holds }) {
    if (!query || (holds && !isZeroDuration(holds.text))) return;

    for (const { name } of absentCalls(query.root)) {
      yield {
        at: { field, span: name.span },
        message:
          "`absent()` returns something as soon as no series is there once, and without `for` the alert fires at once",
        help: "add `for: 5m`",
      };
    }
  },
});
