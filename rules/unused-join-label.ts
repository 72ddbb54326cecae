import { goneFrom } from "../src/analysis/gone-label.js";
import type { Cause } from "../src/analysis/label-fact.js";
import { lossOf, usesOfJoined } from "../src/analysis/label-uses.js";
import { isMatched, matchedLabels } from "../src/analysis/matched-labels.js";
import { withoutItems } from "../src/analysis/without-item.js";
import { labelsInWords } from "../src/analysis/words.js";
import { defineRule, type Finding } from "../src/lint/rule.js";
import { metricName } from "../src/promql/labels.js";
import type { Binary, Token, VectorMatching } from "../src/syntax/ast.js";
import type { Because, Fix } from "../src/syntax/problem.js";
import { nodesOf } from "../src/syntax/walk.js";

export const unusedJoinLabel = defineRule({
  id: "unused-join-label",
  summary: "A label that `group_left` or `group_right` takes from the other side is lost before anything uses it",
  category: "matching",
  severity: "warning",
  subject: "query",

  *check({ root, text }) {
    if (!nodesOf(root, "Binary").some(({ matching }) => matching?.group?.include.length)) return;

    for (const [binary, uses] of usesOfJoined(root)) {
      const group = binary.matching?.group;
      if (!group || binary.fill || mayTellApart(binary, uses.rewritten)) continue;

      const one = group.side === "left" ? binary.right : binary.left;
      const unused = group.include.flatMap((label, index): readonly Unused[] => {
        const cause = label.variable || goneFrom(one, label.text) ? undefined : lossOf(uses, label.text);
        return cause ? [{ label, index, cause }] : [];
      });
      const [first] = unused;
      if (first) yield findingOf(binary, group, [first, ...unused.slice(1)], text);
    }
  },
});

/** A label that is taken in vain. */
interface Unused {
  readonly label: Token;
  readonly index: number;
  readonly cause: Cause;
}

/** Whether a later step may make series alike but for the labels that are taken: those tell as much as the matched ones. */
function mayTellApart(binary: Binary, rewritten: ReadonlySet<string>): boolean {
  const matched = matchedLabels(binary);
  return [metricName, ...rewritten].some((label) => isMatched(label, matched) !== "no");
}

function findingOf(
  { left, right }: Binary,
  group: NonNullable<VectorMatching["group"]>,
  unused: readonly [Unused, ...Unused[]],
  text: string,
): Finding {
  const [many, other] = group.side === "left" ? [left, "right"] : [right, "left"];
  const taken = unused.map(({ label }) => label);
  const [first, last] = [unused[0], unused.at(-1) ?? unused[0]];
  const isRow = last.index - first.index + 1 === unused.length;
  const items = group.include.map(({ span }) => span);
  const fix: Fix = {
    title: `Take ${labelsInWords(taken)} out`,
    safety: taken.every((label) => goneFrom(many, label.text)) ? "safe" : "review",
    edits: withoutItems(text, items, new Set(unused.map(({ index }) => index))),
  };
  return {
    at: { from: first.label.span.from, to: (isRow ? last : first).label.span.to },
    message: `nothing uses ${labelsInWords(taken)} of the ${other} side, which the result loses again`,
    because: causesOf(unused),
    fixes: [fix],
  };
}

/** What takes the labels away, each place once. */
function causesOf(unused: readonly Unused[]): readonly Because[] {
  const causes = unused.map(({ cause }) => cause);
  const first = causes.filter(({ span }, k) => causes.findIndex((other) => other.span.from === span.from) === k);
  return first.map(({ why, span }) => ({ at: span, message: why }));
}
