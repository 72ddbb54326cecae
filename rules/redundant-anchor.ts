import { anchorEdits } from "../src/analysis/matchers/anchor-edits.js";
import { rewriteSafety } from "../src/analysis/labels/label-shaping.js";
import { regexMatchers } from "../src/analysis/matchers/regex-matchers.js";
import { isPlainText } from "../src/analysis/matchers/simplest-matcher.js";
import { superfluousMatchers } from "../src/analysis/matchers/superfluous-matchers.js";
import { defineRule } from "../src/lint/rule.js";
import { type Anchors, redundantAnchors } from "../src/promql/anchors.js";
import type { LabelMatcher } from "../src/syntax/ast.js";
import type { Edit } from "../src/syntax/problem.js";

export const redundantAnchor = defineRule({
  id: "redundant-anchor",
  summary: "An anchor changes nothing, since a pattern is compared with the whole value anyway",
  category: "regex",
  severity: "info",
  subject: "query",
  needs: "LabelMatcher",

  *check(query) {
    for (const matcher of regexMatchers(query.root)) {
      const { value, valueToken, label } = matcher;
      const anchors = redundantAnchors(value);
      const pattern = value.slice(anchors.start, value.length - anchors.end);
      if (
        anchors.start + anchors.end === 0 ||
        wholeRegexes.has(pattern) ||
        superfluousMatchers(query.root).has(matcher)
      )
        continue;

      const isOneSided = anchors.start === 0 || anchors.end === 0;
      const isPlain = isPlainText(pattern);
      const edits = withoutAnchors(matcher, anchors, isPlain);
      yield {
        at: valueToken.span,
        message: `${anchorsInWords(anchors)} nothing, since a pattern is compared with the whole value of \`${label.text}\` anyway`,
        ...(isOneSided && isPlain && { help: `add \`.*\` to match values that only ${partInWords(anchors)}` }),
        ...(edits && {
          fixes: [{ title: "Remove the anchors", safety: rewriteSafety(matcher, query.root), edits }],
        }),
      };
    }
  },
});

/** Other rules say what these mean, anchored or not. */
const wholeRegexes: ReadonlySet<string> = new Set([".*", ".+"]);

function anchorsInWords({ start, end }: Anchors): string {
  return start > 0 && end > 0 ? "`^` and `$` change" : `\`${start > 0 ? "^" : "$"}\` changes`;
}

function partInWords({ start }: Anchors): string {
  return start > 0 ? "begin so" : "end so";
}

/** Nothing where an anchor is written as an escape. What is left without a pattern needs no regular expression. */
function withoutAnchors({ op, valueToken }: LabelMatcher, anchors: Anchors, isPlain: boolean): Edit[] | undefined {
  const edits = anchorEdits(valueToken, anchors);
  return edits && [...edits, ...(isPlain ? [{ ...op.span, insert: op.text === "=~" ? "=" : "!=" }] : [])];
}
