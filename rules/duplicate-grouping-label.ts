import { withoutItem } from "../src/analysis/labels/without-item.js";
import { defineRule } from "../src/lint/rule.js";
import type { Token } from "../src/syntax/ast.js";
import { nodesOf } from "../src/syntax/walk.js";

export const duplicateGroupingLabel = defineRule({
  id: "duplicate-grouping-label",
  summary: "A label stands twice among those of an aggregation, where another may be meant",
  category: "labels",
  severity: "info",
  subject: "query",
  needs: "Aggregation",

  *check(query) {
    for (const { grouping } of nodesOf(query.root, "Aggregation")) {
      if (!grouping || grouping.labels.length < 2) continue;

      const seen = new Map<string, Token>();
      const spans = grouping.labels.map(({ span }) => span);
      for (const [index, label] of grouping.labels.entries()) {
        const first = seen.get(label.text);
        if (!first) seen.set(label.text, label);
        if (!first || label.variable) continue;

        yield {
          at: label.span,
          message: `\`${label.text}\` changes nothing, since it stands in the list before`,
          because: [{ at: first.span, message: "the same label" }],
          fixes: [{ title: "Remove the repetition", safety: "safe", edits: withoutItem(query.text, spans, index) }],
        };
      }
    }
  },
});
