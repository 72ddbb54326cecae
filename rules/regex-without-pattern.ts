import { rewriteSafety } from "../src/analysis/labels/label-shaping.js";
import { isRegex } from "../src/analysis/matchers/regex-matchers.js";
import { isPlainText } from "../src/analysis/matchers/simplest-matcher.js";
import { superfluousMatchers } from "../src/analysis/matchers/superfluous-matchers.js";
import { defineRule } from "../src/lint/rule.js";
import { nodesOf } from "../src/syntax/walk.js";

export const regexWithoutPattern = defineRule({
  id: "regex-without-pattern",
  summary: "A regular expression that has no pattern hides a plain comparison",
  category: "regex",
  severity: "warning",
  subject: "query",
  needs: "LabelMatcher",

  *check(query) {
    for (const matcher of nodesOf(query.root, "LabelMatcher")) {
      const { op, value } = matcher;
      if (!isRegex(matcher)) continue;
      if (value === "" || !isPlainText(value) || superfluousMatchers(query.root).has(matcher)) continue;

      const instead = op.text === "=~" ? "=" : "!=";
      yield {
        at: op.span,
        message: `\`${op.text}\` compares \`${matcher.label.text}\` with one fixed value, so no pattern is matched`,
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
