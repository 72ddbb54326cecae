import { infoSelectors } from "../src/analysis/labels/info-selectors.js";
import { rewriteSafety } from "../src/analysis/labels/label-shaping.js";
import { isRegex } from "../src/analysis/matchers/regex-matchers.js";
import { withoutMatcher } from "../src/analysis/matchers/without-matcher.js";
import { defineRule } from "../src/lint/rule.js";
import { withoutAnchors } from "../src/promql/anchors.js";
import type { LabelMatcher } from "../src/syntax/ast.js";
import { print } from "../src/syntax/print.js";
import { nodesOf } from "../src/syntax/walk.js";

export const matchAllRegex = defineRule({
  id: "match-all-regex",
  summary: "A matcher selects every series, even those without the label",
  category: "regex",
  severity: "info",
  subject: "query",
  needs: "LabelMatcher",

  *check(query) {
    const askingForLabels = infoSelectors(query.root);
    for (const selector of nodesOf(query.root, "VectorSelector")) {
      // There `.*` asks for a label that may be missing.
      if (askingForLabels.has(selector)) continue;

      for (const matcher of selector.matchers.filter(isMatchAll)) {
        yield {
          at: matcher.span,
          message: `\`${print(matcher)}\` selects every series, even those without \`${matcher.label.text}\``,
          fixes: [
            {
              title: "Remove the matcher",
              safety: rewriteSafety(matcher, query.root),
              edits: withoutMatcher(query.text, selector, matcher),
            },
          ],
        };
      }
    }
  },
});

function isMatchAll(matcher: LabelMatcher): boolean {
  return (
    isRegex(matcher) && matcher.op.text === "=~" && !matcher.label.variable && withoutAnchors(matcher.value) === ".*"
  );
}
