import { rewriteSafety } from "../src/analysis/labels/label-shaping.js";
import { repeatedMatchers } from "../src/analysis/matchers/repeated-matchers.js";
import { withoutMatcher } from "../src/analysis/matchers/without-matcher.js";
import { defineRule } from "../src/lint/rule.js";
import { print } from "../src/syntax/print.js";
import { nodesOf } from "../src/syntax/walk.js";

export const duplicateMatcher = defineRule({
  id: "duplicate-matcher",
  summary: "A matcher stands twice, where another label may be meant",
  category: "selectors",
  severity: "warning",
  subject: "query",
  needs: "LabelMatcher",

  *check(query) {
    for (const selector of nodesOf(query.root, "VectorSelector")) {
      for (const { matcher, first } of repeatedMatchers(selector)) {
        yield {
          at: matcher.span,
          message: `\`${print(matcher)}\` leaves no more series out, since the same is asked for before`,
          because: [{ at: first.span, message: "the same condition" }],
          fixes: [
            {
              title: "Remove the repetition",
              safety: rewriteSafety(matcher, query.root),
              edits: withoutMatcher(query.text, selector, matcher),
            },
          ],
        };
      }
    }
  },
});
