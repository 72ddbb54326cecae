import { rewriteSafety } from "../src/analysis/label-shaping.js";
import { repeatsLabel } from "../src/analysis/repeated-label.js";
import { simplestMatcher } from "../src/analysis/simplest-matcher.js";
import { withoutMatcher } from "../src/analysis/without-matcher.js";
import { defineRule } from "../src/lint/rule.js";
import type { LabelMatcher } from "../src/syntax/ast.js";
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
      if (!repeatsLabel(selector)) continue;

      const seen = new Map<string, LabelMatcher>();
      for (const matcher of selector.matchers) {
        const condition = simplestMatcher(matcher);
        if (condition?.op === "=~" && condition.value === ".*") continue;

        const first = condition && seen.get(JSON.stringify(condition));
        if (condition && !first) seen.set(JSON.stringify(condition), matcher);
        if (!first) continue;

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
