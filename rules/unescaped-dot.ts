import { dottedNames, escapeDots } from "../src/analysis/dotted-names.js";
import { isRegexOperator } from "../src/analysis/matchers/regex-matchers.js";
import { defineRule } from "../src/lint/rule.js";
import { nodesOf } from "../src/syntax/walk.js";

export const unescapedDot = defineRule({
  id: "unescaped-dot",
  summary: "A dot of an address or of the name of a host matches any character",
  category: "regex",
  severity: "info",
  subject: "query",
  needs: "LabelMatcher",

  *check({ root }) {
    for (const matcher of nodesOf(root, "LabelMatcher")) {
      const { op, valueToken, label } = matcher;
      if (!isRegexOperator(op.text) || label.variable) continue;

      const names = dottedNames(matcher);
      const [first] = names;
      if (!first) continue;

      const edits = escapeDots(matcher, names);
      yield {
        at: valueToken.span,
        message: `each \`.\` of \`${first.text}\` matches any character, not only a dot`,
        ...(edits && { fixes: [{ title: "Escape the dots", safety: "review", edits }] }),
      };
    }
  },
});
