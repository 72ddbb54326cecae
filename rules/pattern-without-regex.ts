import { anchorEdits } from "../src/analysis/anchor-edits.js";
import { dottedNames, escapeDots } from "../src/analysis/dotted-names.js";
import { repeatsLabel } from "../src/analysis/repeated-label.js";
import { isPlainText } from "../src/analysis/simplest-matcher.js";
import { withoutMatcher } from "../src/analysis/without-matcher.js";
import { defineRule } from "../src/lint/rule.js";
import { redundantAnchors } from "../src/promql/anchors.js";
import { patternMistake } from "../src/promql/regex.js";
import type { LabelMatcher, VectorSelector } from "../src/syntax/ast.js";
import type { Edit, Fix } from "../src/syntax/problem.js";
import { maskVariables } from "../src/syntax/scan.js";
import { nodesOf } from "../src/syntax/walk.js";

export const patternWithoutRegex = defineRule({
  id: "pattern-without-regex",
  summary: "A pattern behind `=` or `!=` is compared as text, character by character",
  category: "regex",
  severity: "info",
  subject: "query",

  *check({ root, text }) {
    for (const selector of nodesOf(root, "VectorSelector")) {
      for (const matcher of selector.matchers) {
        if (!isPattern(matcher)) continue;

        const { op, value, valueToken, label } = matcher;
        const fix = repeatsLabel(selector) ? undefined : fixFor(matcher, selector, text);
        yield {
          at: { from: op.span.from, to: valueToken.span.to },
          message: `\`${op.text}\` compares \`${label.text}\` with the text \`${value}\` as it stands, and matches no pattern`,
          ...(fix ? { fixes: [fix] } : { help: helpFor(matcher) }),
        };
      }
    }
  },
});

function helpFor({ op, value }: LabelMatcher): string {
  if (op.text === "=") return "match the pattern with `=~`";
  return value === ".*" ? "name the values to leave out" : "match the pattern with `!~`";
}

/** Only what nobody gives as a value. Labels such as `path` may hold the pattern of a route. */
function isPattern({ op, label, value, valueToken }: LabelMatcher): boolean {
  if ((op.text !== "=" && op.text !== "!=") || label.variable || !/[|*+\\^[.]/.test(value)) return false;
  if (labelsOfPatterns.test(label.text)) return false;
  const text = valueToken.variable ? maskVariables(value) : value;
  return signs.some((sign) => sign.test(text)) && patternMistake(text) === undefined;
}

const labelsOfPatterns = /endpoint|expr|filter|handler|match|path|pattern|query|regex|route|rule|ur[il]/i;

const signs: readonly RegExp[] = [
  /\.[*+]/,
  /^\^./,
  /\\\.|\\[dw][*+{]/,
  /\[\^?(?:a-z|A-Z|\d-\d)/,
  /^[1-5]\.\.$/,
  /^[\w./:@-]+(?:\|[\w./:@-]+)+$/,
  /\([\w./:@-]+(?:\|[\w./:@-]+)+\)/,
];

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
