import { absentCalls } from "../src/analysis/absent-calls.js";
import { live } from "../src/analysis/labels/branch.js";
import { resultLabels } from "../src/analysis/labels/result-labels.js";
import { metricNames } from "../src/lint/options.js";
import { defineRule } from "../src/lint/rule.js";
import { wholeField } from "../src/lint/whole-field.js";
import { formatDuration, isZeroDuration, parseDuration } from "../src/promql/durations.js";
import { matchesSome } from "../src/promql/name-pattern.js";
import type { Expr } from "../src/syntax/ast.js";

export const missingFor = defineRule({
  id: "missing-for",
  summary: "An alert without `for` fires as soon as its condition holds once",
  category: "alerts",
  severity: "info",
  subject: "alerting-rule",
  options: {
    shortest: {
      type: "number",
      description: "How many seconds an alert has to wait at least; any time will do for `0`",
      default: 0,
      minimum: 0,
    },
    exceptAlerts: metricNames("Alerts that are to fire at once"),
  },

  *check({ alert, for: holds, query }, { shortest, exceptAlerts }) {
    if (matchesSome(exceptAlerts, alert.text)) return;
    if (!holds || isZeroDuration(holds.text)) {
      if (query && (absentCalls(query.root).length > 0 || isConstant(query.root))) return;
      const cause = holds ? `with \`for: ${holds.text}\` the alert` : "the alert has no `for`, so it";
      yield {
        at: wholeField(holds ?? alert),
        message: `${cause} fires as soon as its condition holds in one evaluation`,
        help: `${holds ? "write" : "add"} \`for: ${shortest > 0 ? formatDuration(shortest) : "5m"}\``,
      };
      return;
    }
    const seconds = parseDuration(holds.text);
    if (typeof seconds !== "number" || seconds >= shortest) return;
    yield {
      at: wholeField(holds),
      message: `the alert waits for \`${holds.text}\`, and \`${formatDuration(shortest)}\` is the least`,
      help: `write \`for: ${formatDuration(shortest)}\``,
    };
  },
});

/** Whether the query returns the same on any data, as that of an alert which always fires. */
function isConstant(root: Expr): boolean {
  const branches = live(resultLabels(root));
  return branches.length > 0 && branches.every(({ alwaysReturns, condition }) => alwaysReturns && !condition);
}
