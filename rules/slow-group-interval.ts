import { literalSeconds } from "../src/analysis/literal-seconds.js";
import { defineRule, type Finding } from "../src/lint/rule.js";
import type { AlertingRule, Field, FieldPlace } from "../src/lint/subject.js";
import { wholeField } from "../src/lint/whole-field.js";
import { formatDuration, parseDuration } from "../src/promql/durations.js";
import type { Expr } from "../src/syntax/ast.js";
import { nodesOf } from "../src/syntax/walk.js";

export const slowGroupInterval = defineRule({
  id: "slow-group-interval",
  summary: "A group that is evaluated too rarely leaves gaps in what it records, and misses what its alerts look for",
  category: "groups",
  severity: "warning",
  subject: "rule-group",
  options: {
    lookback: {
      type: "number",
      description: "For how many seconds the server finds a sample again: its `--query.lookback-delta`",
      default: 300,
      minimum: 0,
    },
  },

  *check({ interval, rules }, { lookback }) {
    const seconds = secondsOf(interval);
    if (!interval || !seconds) return;

    if (seconds > lookback && rules.some(({ kind }) => kind === "recording-rule")) {
      yield {
        at: wholeField(interval),
        message: `what this group records is gone again ${formatDuration(lookback)} after each evaluation, and the next comes after ${formatDuration(seconds)}`,
        help: `evaluate it every ${formatDuration(lookback)} or more often, or read it with \`last_over_time()\``,
      };
    }
    for (const rule of rules) {
      if (rule.kind !== "alerting-rule") continue;
      yield* shortFor(rule, interval, seconds);
      yield* shortRange(rule, interval, seconds);
    }
  },
});

/** An alert that is to wait for less than the time between two evaluations. */
function* shortFor({ for: holds }: AlertingRule, interval: Field, seconds: number): Iterable<Finding<FieldPlace>> {
  const wait = secondsOf(holds);
  if (!holds || !wait || wait >= seconds) return;
  yield {
    at: wholeField(holds),
    message: `the alert waits for ${formatDuration(seconds)} instead of \`${holds.text}\`, since it is evaluated no earlier`,
    help: "give the group a shorter `interval`",
    because: [{ at: wholeField(interval), message: "the time between two evaluations" }],
  };
}

/** An alert all of whose ranges are shorter than the time between two evaluations. */
function* shortRange({ expr, query }: AlertingRule, interval: Field, seconds: number): Iterable<Finding<FieldPlace>> {
  const selectors = query ? nodesOf(query.root, "RangeSelector") : [];
  const [first] = selectors;
  if (!query || !first || nodesOf(query.root, "Subquery").length > 0 || readsLatest(query.root)) return;
  const ranges = selectors.map(({ range }) => literalSeconds(range) ?? Infinity);
  const longest = Math.max(...ranges);
  if (longest >= seconds) return;
  yield {
    at: { field: expr.field, span: first.range.span },
    message: `the alert looks at ${formatDuration(longest)} of every ${formatDuration(seconds)} only, and misses what happens in between`,
    help: `use a range of ${formatDuration(seconds)} or more, or give the group a shorter \`interval\``,
    because: [{ at: wholeField(interval), message: "the time between two evaluations" }],
  };
}

/** Whether the latest sample is meant, as by a selector without a range: what happened before it does not matter. */
function readsLatest(root: Expr): boolean {
  return nodesOf(root, "Call").some(({ name }) => name.text === "last_over_time");
}

function secondsOf(field: Field | undefined): number | undefined {
  const seconds = field && parseDuration(field.text);
  return typeof seconds === "number" ? seconds : undefined;
}
