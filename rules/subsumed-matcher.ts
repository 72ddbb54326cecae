import { rewriteSafety } from "../src/analysis/labels/label-shaping.js";
import { subsumedMatchers } from "../src/analysis/matchers/subsumed-matchers.js";
import { withoutMatcher } from "../src/analysis/matchers/without-matcher.js";
import { defineRule } from "../src/lint/rule.js";
import { nodesOf } from "../src/syntax/walk.js";

export const subsumedMatcher = defineRule({
  id: "subsumed-matcher",
  summary: "A matcher leaves out nothing that another one does not leave out already",
  category: "selectors",
  severity: "info",
  subject: "query",
  needs: "LabelMatcher",

  *check(query) {
    for (const selector of nodesOf(query.root, "VectorSelector")) {
      for (const { matcher, text, narrower } of subsumedMatchers(selector)) {
        yield {
          at: matcher.span,
          message: `\`${text}\` leaves no more series out, since \`${narrower.text}\` selects only series that fulfil it`,
          because: [{ at: narrower.at, message: "the narrower condition" }],
          fixes: [
            {
              title: "Remove the wider matcher",
              safety: rewriteSafety(matcher, query.root),
              edits: withoutMatcher(query.text, selector, matcher),
            },
          ],
        };
      }
    }
  },
});
