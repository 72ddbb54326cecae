import { RE2JS } from "re2js";
import { metricName } from "../promql/labels.js";
import type { LabelMatcher, VectorSelector } from "../syntax/ast.js";
import type { Problem } from "../syntax/problem.js";

/** Whether a selector names what it selects, once, with patterns that RE2 accepts. */
export function* checkSelector(node: VectorSelector): Iterable<Problem> {
  for (const matcher of node.matchers) yield* checkPattern(matcher);
  yield* checkName(node);
  if (!node.metric && node.matchers.every(matchesEmpty)) yield selectsEverything(node);
}

function* checkName({ metric, matchers, braces }: VectorSelector): Iterable<Problem> {
  if (!metric || metric.variable || (braces && metric.span.from >= braces.from)) return;
  for (const { label, value, span } of matchers) {
    if (label.text !== metricName) continue;
    yield {
      code: "name-set-twice",
      severity: "error",
      at: span,
      message: `the name of the metric is given twice: \`${metric.text}\` stands before the braces already`,
      help: "keep one of the two",
      because: [{ at: metric.span, message: "the first name" }],
      prometheus: `metric name must not be set twice: ${JSON.stringify(metric.text)} or ${JSON.stringify(value)}`,
    };
  }
}

function selectsEverything(node: VectorSelector): Problem {
  return {
    code: "empty-selector",
    severity: "error",
    at: node.span,
    message: "every series matches, even one without these labels",
    help: 'name a metric, or add a matcher that an empty value does not match: `{job="api"}`',
    prometheus: "vector selector must contain at least one non-empty matcher",
  };
}

function* checkPattern(matcher: LabelMatcher): Iterable<Problem> {
  if (!isRegex(matcher)) return;
  const mistake = compile(matcher.value);
  if (!(mistake instanceof Error)) return;
  const text = mistake.message.replace(/^error parsing regexp: /, "");
  yield {
    code: "bad-regex",
    severity: "error",
    at: matcher.valueToken.span,
    message: `the regular expression is not valid: ${text}`,
    help: "Prometheus uses RE2: no look-around, no back references; a bracket that means itself needs a backslash",
    prometheus: `error parsing regexp: ${text}`,
  };
}

function isRegex({ op, valueToken }: LabelMatcher): boolean {
  return (op.text === "=~" || op.text === "!~") && !valueToken.variable;
}

const compiled = new Map<string, RE2JS | Error>();

/** Patterns repeat from query to query; a few thousand are kept. */
function compile(pattern: string): RE2JS | Error {
  const kept = compiled.get(pattern);
  if (kept) return kept;
  if (compiled.size > 5000) compiled.clear();
  const result = attempt(pattern);
  compiled.set(pattern, result);
  return result;
}

function attempt(pattern: string): RE2JS | Error {
  try {
    return RE2JS.compile(`^(?s:${pattern})$`);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
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
    case "!~": {
      const pattern = compile(value);
      return !(pattern instanceof Error) && pattern.matches("") === (op.text === "=~");
    }
  }
}
