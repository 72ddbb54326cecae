import { constantValue } from "../src/analysis/values/constant-value.js";
import { literalSeconds } from "../src/analysis/literal-seconds.js";
import { orOperands } from "../src/analysis/or-operands.js";
import { withoutParens } from "../src/analysis/without-parens.js";
import { defineRule } from "../src/lint/rule.js";
import { wholeField } from "../src/lint/whole-field.js";
import { formatDuration, parseDuration } from "../src/promql/durations.js";
import type { Call, Expr } from "../src/syntax/ast.js";

export const increaseWindowShorterThanFor = defineRule({
  id: "increase-window-shorter-than-for",
  summary: "An alert on any increase that waits longer than its range never fires for a single event",
  category: "alerts",
  severity: "info",
  subject: "alerting-rule",

  *check({ expr: { field }, for: holds, query }) {
    const wait = holds && parseDuration(holds.text);
    if (!holds || !query || typeof wait !== "number" || wait === 0) return;

    for (const condition of orOperands(query.root)) {
      const range = aboveZero(condition)?.args[0];
      const window = range?.kind === "RangeSelector" ? literalSeconds(range.range) : undefined;
      if (!window || range?.kind !== "RangeSelector" || window >= wait) continue;
      yield {
        at: { field, span: range.range.span },
        message: `a single event is seen for ${formatDuration(window)} and the alert waits for ${formatDuration(wait)}, so it fires only where more events follow`,
        help: `use a range longer than \`${holds.text}\`, or a shorter \`for\``,
        because: [{ at: wholeField(holds), message: "how long it waits" }],
      };
    }
  },
});

/** Functions that are above 0 as long as an event is in their range. */
const counting: ReadonlySet<string> = new Set(["increase", "rate", "changes", "resets"]);

/** What asks whether such a function is above 0, which is never below. */
const isAbove: ReadonlySet<string> = new Set([">", "<", "!="]);

/** The call of which a condition asks whether it is above 0. */
function aboveZero(condition: Expr): Call | undefined {
  if (condition.kind !== "Binary") return undefined;
  const { left, right, op, bool } = condition;
  if (bool || !isAbove.has(op.text)) return undefined;
  const isLeft = op.text === ">" || (op.text === "!=" && constantValue(right) !== undefined);
  const [compared, limit] = isLeft ? [left, right] : [right, left];
  if (constantValue(limit) !== 0) return undefined;
  const expr = aggregated(compared);
  return expr.kind === "Call" && counting.has(expr.name.text) ? expr : undefined;
}

/** What is summed up, or of which the highest is taken: above 0 as soon as one series is. */
function aggregated(expr: Expr): Expr {
  let inner = withoutParens(expr);
  while (inner.kind === "Aggregation" && ["sum", "avg", "max"].includes(inner.op.text))
    inner = withoutParens(inner.expr);
  return inner;
}
