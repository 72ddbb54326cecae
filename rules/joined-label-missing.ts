import { goneFrom } from "../src/analysis/labels/gone-label.js";
import { keepLabel } from "../src/analysis/labels/keep-label.js";
import type { LabelFact } from "../src/analysis/labels/label-fact.js";
import { removals, removersOf } from "../src/analysis/labels/label-removals.js";
import { unusedLabels } from "../src/analysis/labels/unused-labels.js";
import { defineRule } from "../src/lint/rule.js";
import { metricName } from "../src/promql/labels.js";
import type { Aggregation, Binary, Expr, Token } from "../src/syntax/ast.js";
import type { Because, Fix } from "../src/syntax/problem.js";
import { nodesOf } from "../src/syntax/walk.js";

export const joinedLabelMissing = defineRule({
  id: "joined-label-missing",
  summary: "A label that `group_left` or `group_right` takes from a side without it is missing in the result",
  category: "matching",
  severity: "warning",
  subject: "query",
  needs: "Binary",

  *check({ root }) {
    const all = nodesOf(root, "Binary").flatMap(missingLabels);
    if (all.length === 0) return;

    const matchers = new Set(nodesOf(root, "LabelMatcher").map(({ span }) => span.from));
    const groupings = groupingsByLabel(root);
    for (const missing of all) {
      const { label, one, name, facts } = missing;
      // A matcher says it: whoever wrote it knows.
      if (facts.some(({ span }) => matchers.has(span.from)) || isToldElsewhere(root, missing, groupings)) continue;

      yield {
        at: label.span,
        message: `the ${name} side has no label \`${label.text}\` to copy, so the result has none`,
        because: causesOf(facts),
        fixes: fixesOf(one, label),
      };
    }
  },
});

/** A label that the side with one series for each match does not have. */
interface MissingLabel {
  readonly binary: Binary;
  readonly label: Token;
  readonly one: Expr;
  readonly name: "left" | "right";
  readonly facts: readonly LabelFact[];
}

function missingLabels(binary: Binary): readonly MissingLabel[] {
  const { left, right, matching, fill } = binary;
  const group = matching?.group;
  if (!group || fill) return [];
  const [one, name] = group.side === "left" ? [right, "right" as const] : [left, "left" as const];
  return group.include.flatMap((label) => {
    // A server may be told to remove the name of the metric later.
    const facts = label.variable || label.text === metricName ? undefined : goneFrom(one, label.text);
    return facts ? [{ binary, label, one, name, facts }] : [];
  });
}

/** Whether the label would be lost anyway, or an aggregation around the operator groups by it: other rules tell. */
function isToldElsewhere(root: Expr, { binary, label }: MissingLabel, groupings: Groupings): boolean {
  const unused = unusedLabels(root).get(binary) ?? [];
  if (unused.some((each) => each.label === label)) return true;
  const { from, to } = binary.span;
  const around = groupings.get(label.text)?.filter(({ expr: { span } }) => span.from <= from && to <= span.to) ?? [];
  return around.some(({ expr }) => removals(goneFrom(expr, label.text) ?? [], label.text, removersOf(root)).length > 0);
}

/** The aggregations of a query that group by a label. */
type Groupings = ReadonlyMap<string, readonly Aggregation[]>;

function groupingsByLabel(root: Expr): Groupings {
  const found = new Map<string, Aggregation[]>();
  for (const aggregation of nodesOf(root, "Aggregation")) {
    const { grouping } = aggregation;
    for (const { text } of grouping?.mode.text === "by" ? grouping.labels : []) {
      const others = found.get(text);
      if (others) others.push(aggregation);
      else found.set(text, [aggregation]);
    }
  }
  return found;
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
