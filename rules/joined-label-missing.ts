import { goneFrom } from "../src/analysis/gone-label.js";
import { keepLabel } from "../src/analysis/keep-label.js";
import type { LabelFact } from "../src/analysis/label-fact.js";
import { defineRule } from "../src/lint/rule.js";
import { metricName } from "../src/promql/labels.js";
import type { Expr, Token } from "../src/syntax/ast.js";
import type { Because, Fix } from "../src/syntax/problem.js";
import { nodesOf } from "../src/syntax/walk.js";

export const joinedLabelMissing = defineRule({
  id: "joined-label-missing",
  summary: "A label that `group_left` or `group_right` takes from a side without it is missing in the result",
  category: "matching",
  severity: "warning",
  subject: "query",

  *check({ root }) {
    for (const { left, right, matching, fill } of nodesOf(root, "Binary")) {
      const group = matching?.group;
      if (!group || fill) continue;

      const [one, name] = group.side === "left" ? [right, "right"] : [left, "left"];
      for (const label of group.include) {
        // A server may be told to remove the name of the metric later.
        const facts = label.variable || label.text === metricName ? undefined : goneFrom(one, label.text);
        if (!facts || isAskedFor(root, facts)) continue;

        yield {
          at: label.span,
          message: `the ${name} side has no label \`${label.text}\` to copy, so the result has none`,
          because: causesOf(facts),
          fixes: fixesOf(one, label),
        };
      }
    }
  },
});

/** Whether a matcher says that the label is not there. */
function isAskedFor(root: Expr, facts: readonly LabelFact[]): boolean {
  const starts = new Set(facts.map(({ span }) => span.from));
  return nodesOf(root, "LabelMatcher").some(({ span }) => starts.has(span.from));
}

/** What takes the label from each part of the side. */
function causesOf(facts: readonly LabelFact[]): readonly Because[] {
  const first = facts.filter(({ span }, k) => facts.findIndex((other) => other.span.from === span.from) === k);
  return first.map(({ why, span }) => ({ at: span, message: why }));
}

function fixesOf(one: Expr, { text }: Token): readonly Fix[] {
  const kept = keepLabel(one, text);
  if (!kept) return [];
  const title = `Group \`${kept.aggregation.op.text}\` by \`${text}\` too`;
  return [{ title, safety: "suggestion", edits: [kept.edit] }];
}
