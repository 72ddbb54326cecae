import { rewriteSafety } from "../src/analysis/label-shaping.js";
import { withoutMatcher } from "../src/analysis/without-matcher.js";
import { defineRule } from "../src/lint/rule.js";
import { withoutAnchors } from "../src/promql/anchors.js";
import type { LabelMatcher, Node, VectorSelector } from "../src/syntax/ast.js";
import { print } from "../src/syntax/print.js";
import { nodesOf } from "../src/syntax/walk.js";

export const matchAllRegex = defineRule({
  id: "match-all-regex",
  summary: "A matcher selects every series, even those without the label",
  category: "regex",
  severity: "info",
  subject: "query",

  *check(query) {
    const askingForLabels = new Set(selectorsOfLabels(query.root));
    for (const selector of nodesOf(query.root, "VectorSelector")) {
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

function isMatchAll({ op, value, valueToken, label }: LabelMatcher): boolean {
  return op.text === "=~" && !valueToken.variable && !label.variable && withoutAnchors(value) === ".*";
}

/** The second argument of `info()` names the labels that are wanted: `.*` asks for one that may be missing. */
function* selectorsOfLabels(root: Node): Iterable<VectorSelector> {
  for (const { name, args } of nodesOf(root, "Call")) {
    if (name.text === "info" && args[1]?.kind === "VectorSelector") yield args[1];
  }
}
