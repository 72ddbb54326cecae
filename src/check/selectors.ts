import { isRegex } from "../analysis/matchers/regex-matchers.js";
import { isLegacyLabel, metricName } from "../promql/labels.js";
import { literalPattern } from "../promql/literal-pattern.js";
import { matchesPattern } from "../promql/regex.js";
import { quote } from "../promql/strings.js";
import type { LabelMatcher, VectorSelector } from "../syntax/ast.js";
import { inOneLine } from "../syntax/characters.js";
import { noProblems, type Problem } from "../syntax/problem.js";
import { checkPattern } from "./regex.js";

/** Whether a selector names its metric once, with patterns that RE2 accepts. */
export function checkSelector(node: VectorSelector): readonly Problem[] {
  if (node.matchers.length === 0) return noProblems;
  const patterns = node.matchers.filter(isRegex).map(({ value, valueToken }) => checkPattern(value, valueToken.span));
  return [...patterns.filter((problem) => problem !== undefined), ...checkName(node)];
}

/** Whether a selector names what it selects. The labels of `info()` need not. */
export function checkNotEmpty(node: VectorSelector): readonly Problem[] {
  return !isNamed(node) && node.matchers.every(matchesEmpty) ? [selectsEverything(node)] : noProblems;
}

/** The empty text in `{""}` is no name: a series without one fulfils it. */
function isNamed({ metric }: VectorSelector): boolean {
  return metric !== undefined && (metric.text !== "" || metric.variable !== undefined);
}

function checkName({ metric, matchers, braces }: VectorSelector): readonly Problem[] {
  if (!metric || metric.variable || (braces && metric.span.from >= braces.from)) return noProblems;
  return matchers.flatMap(({ label, value, span }, index): readonly Problem[] => {
    if (label.text !== metricName) return noProblems;
    return [
      {
        code: "name-set-twice",
        severity: "error",
        at: span,
        ...namedTwice(metric.text, matchers, index),
        because: [{ at: metric.span, message: "the first name" }],
        prometheus: `metric name must not be set twice: ${JSON.stringify(metric.text)} or ${JSON.stringify(value)}`,
      },
    ];
  });
}

/** A text alone is mostly a value whose label is missing. */
function namedTwice(name: string, matchers: readonly LabelMatcher[], index: number) {
  const matcher = matchers[index];
  const before = `\`${name}\` stands before the braces already`;
  if (!matcher || !isTextAlone(matcher))
    return { message: `the name of the metric is given twice: ${before}`, help: "keep one of the two" };
  const value = inOneLine(quote(matcher.value));
  return {
    message: `a text alone in braces is the name of a metric, and ${before}`,
    help: `say which label has this value, \`LABEL=${value}\`${alternative(matchers, index)}`,
  };
}

/** For a text alone behind a matcher, as in `{job="a", "b"}`, which was probably meant to be another value of it. */
function alternative(matchers: readonly LabelMatcher[], index: number): string {
  const first = matchers.slice(0, index).findLastIndex(({ label }) => label.text !== metricName);
  const labelled = matchers[first];
  const others = matchers.slice(first + 1, index + 1);
  if (labelled?.op.text !== "=" || !others.every(isTextAlone)) return "";
  const pattern = [labelled, ...others].map(({ value }) => literalPattern(value)).join("|");
  return `; for several values of \`${labelled.label.text}\` write \`${labelled.label.text}=~${inOneLine(quote(pattern))}\``;
}

function isTextAlone({ label, valueToken }: LabelMatcher): boolean {
  return label.span.from === valueToken.span.from;
}

function selectsEverything(node: VectorSelector): Problem {
  const label = inOneLine(
    node.matchers.find(({ label: { text } }) => isLegacyLabel(text) && text !== metricName)?.label.text ?? "job",
  );
  return {
    code: "empty-selector",
    severity: "error",
    at: node.span,
    message: "every series matches, even one without these labels",
    help: `name a metric, or add a matcher that an empty value does not match: \`{${label}!=""}\``,
    prometheus: "vector selector must contain at least one non-empty matcher",
  };
}

/** Whether a series without the label fulfils the matcher. */
function matchesEmpty(matcher: LabelMatcher): boolean {
  const { op, value, valueToken } = matcher;
  if (valueToken.variable || matcher.label.variable) return false;
  switch (op.text) {
    case "=":
      return value === "";
    case "!=":
      return value !== "";
    case "=~":
    case "!~":
      return matchesPattern(value, "") === (op.text === "=~");
  }
}
