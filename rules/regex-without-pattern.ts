import { defineRule } from "../src/lint/rule.js";
import { children, nodesOf, walk } from "../src/syntax/walk.js";
import type { LabelMatcher, Node } from "../src/syntax/ast.js";

export const regexWithoutPattern = defineRule({
  id: "regex-without-pattern",
  summary: "A regular expression that has no pattern hides a plain comparison",
  category: "regex",
  severity: "warning",
  subject: "query",

  *check(query) {
    const shaping = new Set(labelShapingMatchers(query.root));
    for (const matcher of nodesOf(query.root, "LabelMatcher")) {
      const { op, value, valueToken } = matcher;
      if (op.text !== "=~" && op.text !== "!~") continue;
      if (valueToken.variable || value === "" || /[\\^$.|?*+()[\]{}]/.test(value)) continue;

      const instead = op.text === "=~" ? "=" : "!=";
      yield {
        at: op.span,
        message: `\`${op.text}\` compares \`${matcher.label.text}\` with one fixed value, so no pattern is matched`,
        fixes: [
          {
            title: `Use \`${instead}\``,
            safety: shaping.has(matcher) ? "review" : "safe",
            edits: [{ ...op.span, insert: instead }],
          },
        ],
      };
    }
  },
});

/** The result of these functions takes labels from `=` matchers. */
const labelShaping: ReadonlySet<string> = new Set(["absent", "absent_over_time", "info"]);

function* labelShapingMatchers(root: Node): Iterable<LabelMatcher> {
  for (const call of nodesOf(root, "Call")) {
    if (!labelShaping.has(call.name.text)) continue;
    for (const node of children(call).flatMap((child) => [...walk(child)])) {
      if (node.kind === "LabelMatcher") yield node;
    }
  }
}
