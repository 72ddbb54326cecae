import { regexMatchers } from "../src/analysis/matchers/regex-matchers.js";
import { defineRule } from "../src/lint/rule.js";
import { withoutAnchors } from "../src/promql/anchors.js";
import { print } from "../src/syntax/print.js";

export const matchNothingRegex = defineRule({
  id: "match-nothing-regex",
  summary: "A matcher leaves out every series",
  category: "regex",
  severity: "error",
  subject: "query",
  needs: "LabelMatcher",

  *check(query) {
    for (const matcher of regexMatchers(query.root)) {
      const { op, value, label, span } = matcher;
      if (op.text !== "!~" || withoutAnchors(value) !== ".*") continue;

      yield {
        at: span,
        message: `\`${print(matcher)}\` leaves out every series, so nothing is selected`,
        help: `remove the matcher, or name the values of \`${label.text}\` to leave out`,
      };
    }
  },
});
