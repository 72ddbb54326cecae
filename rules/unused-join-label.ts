import { goneFrom } from "../src/analysis/labels/gone-label.js";
import { type UnusedLabel, unusedLabels } from "../src/analysis/labels/unused-labels.js";
import { withoutItems } from "../src/analysis/labels/without-item.js";
import { labelsInWords } from "../src/analysis/words.js";
import { defineRule, type Finding } from "../src/lint/rule.js";
import type { Binary } from "../src/syntax/ast.js";
import type { Because, Fix } from "../src/syntax/problem.js";

export const unusedJoinLabel = defineRule({
  id: "unused-join-label",
  summary: "A label that `group_left` or `group_right` takes from the other side is lost before anything uses it",
  category: "matching",
  severity: "warning",
  subject: "query",
  needs: "Binary",

  *check({ root, text }) {
    for (const [binary, [first, ...rest]] of unusedLabels(root)) if (first) yield findingOf(binary, first, rest, text);
  },
});

function findingOf(binary: Binary, first: UnusedLabel, rest: readonly UnusedLabel[], text: string): Finding {
  const unused = [first, ...rest];
  const names = labelsInWords(unused.map(({ label }) => label));
  const last = rest.at(-1) ?? first;
  const isRow = last.index - first.index === rest.length;
  return {
    at: { from: first.label.span.from, to: (isRow ? last : first).label.span.to },
    message: `nothing uses ${names} of the ${binary.matching?.group?.side === "left" ? "right" : "left"} side, which the result loses again`,
    because: causesOf(unused),
    fixes: [fixOf(binary, unused, names, text)],
  };
}

/** A label that replaces one of the series' own may make two of them alike, so that the query fails. */
function fixOf({ left, right, matching }: Binary, unused: readonly UnusedLabel[], names: string, text: string): Fix {
  const many = matching?.group?.side === "left" ? left : right;
  const items = (matching?.group?.include ?? []).map(({ span }) => span);
  return {
    title: `Take ${names} out`,
    safety: unused.every(({ label }) => goneFrom(many, label.text)) ? "safe" : "review",
    edits: withoutItems(text, items, new Set(unused.map(({ index }) => index))),
  };
}

/** What takes the labels away, each place once. */
function causesOf(unused: readonly UnusedLabel[]): readonly Because[] {
  const causes = unused.map(({ cause }) => cause);
  const first = causes.filter(({ span }, k) => causes.findIndex((other) => other.span.from === span.from) === k);
  return first.map(({ why, span }) => ({ at: span, message: why }));
}
