import { defineRule } from "../src/lint/rule.js";
import type { Grouping } from "../src/syntax/ast.js";
import type { Edit } from "../src/syntax/problem.js";
import { nodesOf } from "../src/syntax/walk.js";

export const emptyBy = defineRule({
  id: "empty-by",
  summary: "`by ()` groups by no label, as an aggregation does without it",
  category: "labels",
  severity: "info",
  subject: "query",
  needs: "Aggregation",

  *check(query) {
    for (const { op, grouping } of nodesOf(query.root, "Aggregation")) {
      if (grouping?.mode.text !== "by" || grouping.labels.length > 0) continue;

      yield {
        at: grouping.span,
        message: `\`by ()\` names no label, so \`${op.text}\` gives one group, as it does without it`,
        fixes: [{ title: "Remove `by ()`", safety: "safe", edits: [without(grouping, query.text)] }],
      };
    }
  },
});

/** With the spaces around it that nothing needs. A line break may end a comment, so what is before it stays. */
function without({ span, position }: Grouping, text: string): Edit {
  let { from } = span;
  while (/[ \t]/.test(text.charAt(from - 1))) from--;
  const after = position === "before" ? text.slice(span.to).search(/\S/) : 0;
  return { from, to: span.to + Math.max(after, 0), insert: "" };
}
