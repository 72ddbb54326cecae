import { constantValue } from "../src/analysis/constant-value.js";
import { literalSeconds } from "../src/analysis/literal-seconds.js";
import { withoutParens } from "../src/analysis/without-parens.js";
import { defineRule } from "../src/lint/rule.js";
import { formatDuration, parseDuration } from "../src/promql/durations.js";
import type { Binary, Call, Expr } from "../src/syntax/ast.js";

export const increaseWindowShorterThanFor = defineRule({
  id: "increase-window-shorter-than-for",
  summary: "An alert on any increase that waits longer than its range never fires for a single event",
  category: "alerts",
  severity: "info",
  subject: "alerting-rule",

  *check({ expr: { field }, for: holds, query }) {
    const wait = holds && parseDuration(holds.text);
    if (!holds || !query || typeof wait !== "number" || wait === 0) return;

    for (const call of anyIncrease(query.root)) {
      const [range] = call.args;
      const window = range?.kind === "RangeSelector" ? literalSeconds(range.range) : undefined;
      if (!window || range?.kind !== "RangeSelector" || window >= wait) continue;
      yield {
        at: { field, span: range.range.span },
        message: `a single event is seen for ${formatDuration(window)} and the alert waits for ${formatDuration(wait)}, so it fires only where more events follow`,
        help: `use a range longer than \`${holds.text}\`, or a shorter \`for\``,
        because: [
          { at: { field: holds.field, span: { from: 0, to: holds.text.length } }, message: "how long it waits" },
        ],
      };
    }
  },
});

/** Functions that are above 0 as long as an event is in their range. */
const counting: ReadonlySet<string> = new Set(["increase", "rate", "changes", "resets"]);

/** The calls of which a part of the condition asks whether they are above 0. */
function anyIncrease(root: Expr): readonly Call[] {
  const found: Call[] = [];
  const pending = [root];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const expr = withoutParens(next);
    if (expr.kind !== "Binary") continue;
    if (expr.op.text === "or") pending.push(expr.right, expr.left);
    const call = aboveZero(expr);
    if (call) found.push(call);
  }
  return found;
}

function aboveZero({ left, right, op, bool }: Binary): Call | undefined {
  const isLeft = op.text === ">";
  if (bool || (!isLeft && op.text !== "<")) return undefined;
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
