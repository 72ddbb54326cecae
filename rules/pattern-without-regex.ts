import { anchorEdits } from "../src/analysis/matchers/anchor-edits.js";
import { dottedNames, escapeDots } from "../src/analysis/dotted-names.js";
import { isPatternAsText } from "../src/analysis/matchers/pattern-as-text.js";
import { repeatsLabel } from "../src/analysis/matchers/repeated-label.js";
import { isPlainText } from "../src/analysis/matchers/simplest-matcher.js";
import { withoutMatcher } from "../src/analysis/matchers/without-matcher.js";
import { defineRule } from "../src/lint/rule.js";
import { redundantAnchors } from "../src/promql/anchors.js";
import type { LabelMatcher, VectorSelector } from "../src/syntax/ast.js";
import type { Edit, Fix } from "../src/syntax/problem.js";
import { nodesOf } from "../src/syntax/walk.js";

export const patternWithoutRegex = defineRule({
  id: "pattern-without-regex",
  summary: "A pattern behind `=` or `!=` is compared as text, character by character",
  category: "regex",
  severity: "info",
  subject: "query",
  needs: "LabelMatcher",

  *check({ root, text }) {
    for (const selector of nodesOf(root, "VectorSelector")) {
      for (const matcher of selector.matchers) {
        if (!isPatternAsText(matcher)) continue;

        const { op, valueToken } = matcher;
        const fix = repeatsLabel(selector) ? undefined : fixFor(matcher, selector, text);
        yield {
          at: { from: op.span.from, to: valueToken.span.to },
          message: messageFor(matcher),
          ...(fix ? { fixes: [fix] } : { help: helpFor(matcher) }),
        };
      }
    }
  },
});

function messageFor({ op, label, value }: LabelMatcher): string {
  const effect = op.text === "=" ? "selects" : "leaves out";
  return `\`${op.text}\` compares texts, and ${effect} only series whose \`${label.text}\` reads \`${value}\` itself`;
}

function helpFor({ op, value }: LabelMatcher): string {
  if (op.text === "=") return "match the pattern with `=~`";
  return value === ".*" ? "name the values to leave out" : "match the pattern with `!~`";
}

/** What is left of `.*` and `.+` needs no pattern, and neither does a text between anchors. */
function fixFor(matcher: LabelMatcher, selector: VectorSelector, text: string): Fix | undefined {
  const { op, value, valueToken } = matcher;
  const isPositive = op.text === "=";
  const anchors = valueToken.variable ? { start: 0, end: 0 } : redundantAnchors(value);
  const pattern = value.slice(anchors.start, value.length - anchors.end);
  if (pattern === ".*" && !isPositive) return undefined;
  if (pattern === ".*" && selector.metric) return review("Remove the matcher", withoutMatcher(text, selector, matcher));
  if (pattern === ".*" || pattern === ".+") {
    const instead = isPositive ? "!=" : "=";
    return review(`Use \`${instead}""\``, [
      { ...op.span, insert: instead },
      { ...valueToken.span, insert: '""' },
    ]);
  }
  const withoutAnchors = anchorEdits(valueToken, anchors);
  if (!withoutAnchors) return undefined;
  if (isPlainText(pattern)) return review("Remove the anchors", withoutAnchors);

  const instead = isPositive ? "=~" : "!~";
  const edits = [{ ...op.span, insert: instead }, ...withoutAnchors, ...dotEdits(matcher)];
  return review(`Use \`${instead}\``, edits);
}

function review(title: string, edits: readonly Edit[]): Fix {
  return { title, safety: "review", edits };
}

/** In a pattern a dot stands for any character; one of an address means itself. */
function dotEdits(matcher: LabelMatcher): readonly Edit[] {
  const names = dottedNames(matcher);
  return escapeDots(matcher, names) ?? [];
}
