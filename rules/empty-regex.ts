import { rewriteSafety } from "../src/analysis/labels/label-shaping.js";
import { regexMatchers } from "../src/analysis/matchers/regex-matchers.js";
import { superfluousMatchers } from "../src/analysis/matchers/superfluous-matchers.js";
import { defineRule } from "../src/lint/rule.js";
import { print } from "../src/syntax/print.js";

export const emptyRegex = defineRule({
  id: "empty-regex",
  summary: "An empty regular expression asks only whether a label is missing",
  category: "regex",
  severity: "info",
  subject: "query",
  needs: "LabelMatcher",

  *check(query) {
    for (const matcher of regexMatchers(query.root)) {
      const { op, value, valueToken, label } = matcher;
      if (value !== "" || superfluousMatchers(query.root).has(matcher)) continue;

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
