import { defineRule } from "../src/lint/rule.js";
import { withoutAnchors } from "../src/promql/anchors.js";
import { print } from "../src/syntax/print.js";
import { nodesOf } from "../src/syntax/walk.js";

export const matchNothingRegex = defineRule({
  id: "match-nothing-regex",
  summary: "A matcher leaves out every series",
  category: "regex",
  severity: "error",
  subject: "query",
  needs: "LabelMatcher",

  *check(query) {
    for (const matcher of nodesOf(query.root, "LabelMatcher")) {
      const { op, value, valueToken, label, span } = matcher;
      if (op.text !== "!~" || valueToken.variable || label.variable || withoutAnchors(value) !== ".*") continue;

      yield {
        at: span,
        message: `\`${print(matcher)}\` leaves out every series, so nothing is selected`,
        help: `remove the matcher, or name the values of \`${label.text}\` to leave out`,
      };
    }
  },
});
