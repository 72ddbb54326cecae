import { metricName } from "../../promql/labels.js";
import { withoutAnchors } from "../../promql/anchors.js";
import type { LabelMatcher, VectorSelector } from "../../syntax/ast.js";
import { print } from "../../syntax/print.js";
import { type Branch, openBranch, withLabels } from "./branch.js";
import { bothFacts, fact, type LabelFact, type Presence, presenceOf } from "./label-fact.js";
import { listedTexts, matchesEmptyText } from "../matchers/empty-pattern.js";
import {
  anyValue,
  exceptValues,
  intersect,
  isEmpty,
  noValue,
  onlyValues,
  someValue,
  type ValueSet,
} from "../values/value-set.js";

/** The series that a selector may find: matchers say which labels they have, and nothing of the others. */
export function selectorBranch(selector: VectorSelector): Branch {
  const { metric, matchers, span } = selector;
  const open = openBranch({ why: "no matcher says anything of it", span });
  const labels = new Map<string, LabelFact>();
  if (metric && !metric.variable) {
    const why = `\`${metric.text}\` is the name of the metric`;
    labels.set(metricName, fact(onlyValues(metric.text), { why, span: metric.span }));
  }
  let contradiction: Branch["never"];
  for (const matcher of matchers) {
    const { label } = matcher;
    const values = matchedValues(matcher);
    if (label.variable || values === anyValue) continue;
    const before = labels.get(label.text);
    const known = factOf(matcher, values);
    if (isEmpty(intersect(before?.values ?? anyValue, values))) {
      const why = before
        ? `no value of \`${label.text}\` fulfils both matchers`
        : `no value of \`${label.text}\` fulfils \`${print(matcher)}\``;
      contradiction ??= { why, span: matcher.span };
    }
    labels.set(label.text, before ? bothFacts(before, known) : known);
  }
  const branch = withLabels(open, labels);
  return contradiction ? { ...branch, never: contradiction } : branch;
}

function factOf(matcher: LabelMatcher, values: ValueSet): LabelFact {
  const presence = presenceOf(values);
  return { presence, values, why: inWords(matcher, presence), span: matcher.span };
}

function inWords(matcher: LabelMatcher, presence: Presence): string {
  const text = `\`${print(matcher)}\``;
  if (presence === "guaranteed") return `${text} selects only series that have it`;
  return presence === "impossible" ? `${text} selects only series without it` : `${text} does not ask for it`;
}

/**
 * The values that fulfil a matcher; more than those where a pattern is not looked into. Patterns match the whole value.
 */
export function matchedValues({ op, value, valueToken, label }: LabelMatcher): ValueSet {
  if (valueToken.variable || label.variable) return anyValue;
  switch (op.text) {
    case "=":
      return onlyValues(value);
    case "!=":
      return exceptValues(value);
    case "=~":
      return valuesOfPattern(withoutAnchors(value));
    case "!~":
      return valuesOutsidePattern(withoutAnchors(value));
  }
}

const longestPattern = 4000;

function valuesOfPattern(pattern: string): ValueSet {
  if (pattern.length > longestPattern) return anyValue;
  const listed = listedTexts(pattern);
  if (listed) return onlyValues(...listed);
  return matchesEmptyText(pattern) ? anyValue : someValue;
}

function valuesOutsidePattern(pattern: string): ValueSet {
  if (pattern.length > longestPattern) return anyValue;
  if (pattern === ".*") return onlyValues();
  if (pattern === ".+") return noValue;
  const listed = listedTexts(pattern);
  if (listed) return exceptValues(...listed);
  return matchesEmptyText(pattern) ? someValue : anyValue;
}
