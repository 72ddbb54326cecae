import { metricName } from "../../promql/labels.js";
import { matchesPattern } from "../../promql/regex.js";
import type { LabelMatcher, VectorSelector } from "../../syntax/ast.js";
import { print } from "../../syntax/print.js";
import type { Span } from "../../syntax/problem.js";
import { listedTexts } from "../matchers/empty-pattern.js";
import { type Condition, simplestMatcher } from "../matchers/simplest-matcher.js";

/** A condition, and how and where it is written. */
export interface AskedCondition extends Condition {
  readonly text: string;
  readonly at: Span;
  /** Nothing for the name before the braces. */
  readonly matcher?: LabelMatcher;
}

/**
 * What a selector asks of each label, in the order of the text; the name of the metric is one. Without Grafana variables,
 * and without `!~".*"`, which nothing fulfils.
 */
export function askedConditions({ metric, matchers }: VectorSelector): ReadonlyMap<string, readonly AskedCondition[]> {
  const labels = new Map<string, AskedCondition[]>();
  const add = (condition: AskedCondition) => {
    const conditions = labels.get(condition.label);
    if (conditions) conditions.push(condition);
    else labels.set(condition.label, [condition]);
  };
  if (metric && !metric.variable)
    add({ label: metricName, op: "=", value: metric.text, text: metric.text, at: metric.span });
  for (const matcher of matchers) {
    const condition = simplestMatcher(matcher);
    if (condition && (condition.op !== "!~" || condition.value !== ".*"))
      add({ ...condition, text: print(matcher), at: matcher.span, matcher });
  }
  return labels;
}

/** The values that fulfil a condition where it lists them; nothing for one that others fulfil too. */
export function listedValues({ op, value }: Condition): readonly string[] | undefined {
  if (op === "=") return [value];
  return op === "=~" ? listedTexts(value) : undefined;
}

/** Whether a value of the label fulfils a condition; nothing where RE2 rejects its pattern. */
export function fulfils(text: string, { op, value }: Condition): boolean | undefined {
  switch (op) {
    case "=":
      return text === value;
    case "!=":
      return text !== value;
    case "=~":
      return matchesPattern(value, text);
    case "!~": {
      const matches = matchesPattern(value, text);
      return matches === undefined ? undefined : !matches;
    }
  }
}

/**
 * Whether no value fulfils all conditions, where that is certain: a value, or a list of them, of which none fulfils the rest;
 * or a pattern and its opposite.
 */
export function excludeEachOther(conditions: readonly Condition[]): boolean {
  if (conditions.length < 2) return false;
  const values = conditions.map(listedValues).find((found) => found);
  if (values) return values.every((value) => conditions.some((condition) => fulfils(value, condition) === false));
  const patterns = conditions.filter(({ op }) => op === "=~").map(({ value }) => value);
  return conditions.some(({ op, value }) => op === "!~" && patterns.includes(value));
}
