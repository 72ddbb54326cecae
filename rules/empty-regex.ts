import { rewriteSafety } from "../src/analysis/label-shaping.js";
import { defineRule } from "../src/lint/rule.js";
import { print } from "../src/syntax/print.js";
import { nodesOf } from "../src/syntax/walk.js";

export const emptyRegex = defineRule({
  id: "empty-regex",
  summary: "An empty regular expression asks only whether a label is missing",
  category: "regex",
  severity: "info",
  subject: "query",

  *check(query) {
    for (const matcher of nodesOf(query.root, "LabelMatcher")) {
      const { op, value, valueToken, label } = matcher;
      if ((op.text !== "=~" && op.text !== "!~") || value !== "" || valueToken.variable || label.variable) continue;

      const isPositive = op.text === "=~";
      const instead = isPositive ? "=" : "!=";
      yield {
        at: { from: op.span.from, to: valueToken.span.to },
        message: `\`${print(matcher)}\` selects the series ${isPositive ? "without" : "with"} a label \`${label.text}\`, as \`${instead}""\` does without a regular expression`,
        fixes: [
          {
            title: `Use \`${instead}\``,
            safety: rewriteSafety(matcher, query.root),
            edits: [{ ...op.span, insert: instead }],
          },
        ],
      };
    }
  },
});
