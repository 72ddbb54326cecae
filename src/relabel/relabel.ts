import { compareCodePoints } from "../promql/code-points.js";
import { matchesPattern, matchGroups } from "../promql/regex.js";
import { expandReplacement } from "../promql/replacement.js";
import { assertNever } from "../syntax/ast.js";
import { hashModulus } from "./hash-modulus.js";
import { lowerCase, upperCase } from "./letter-case.js";
import type { RelabelRule } from "./rule.js";

/** What became of a set of labels: as it is at the end, or where it was dropped, and then the index of the rule. */
export interface Relabelled {
  readonly labels: ReadonlyMap<string, string>;
  readonly droppedBy?: number;
}

/**
 * The major version whose ways are followed. Before 3 a label has a name of letters, digits and `_`, and `.` in a
 * pattern is no line break.
 */
export type PrometheusMajor = 2 | 3;

/**
 * Runs the rules over a set of labels, as Prometheus does before it scrapes a target. Where two labels are mapped to one
 * name, which Prometheus leaves to chance, the later by name wins. Patterns are taken to be valid: see `readRelabelRules`.
 * Source: https://github.com/prometheus/prometheus/blob/main/model/relabel/relabel.go
 */
export function relabel(
  labels: ReadonlyMap<string, string>,
  rules: readonly RelabelRule[],
  major: PrometheusMajor = 3,
): Relabelled {
  const current = new Map([...labels].filter(([, value]) => value !== "").sort(([a], [b]) => compareCodePoints(a, b)));
  for (const [index, rule] of rules.entries()) {
    if (!keeps(rule, current, major)) return { labels: current, droppedBy: index };
  }
  return { labels: current };
}

/** What a rule looks at: the values of its source labels, joined. */
function sourceValue(rule: RelabelRule, labels: ReadonlyMap<string, string>): string {
  return rule.sourceLabels.map((name) => labels.get(name) ?? "").join(rule.separator);
}

/** Whether a rule keeps the labels, which it may change. */
function keeps(rule: RelabelRule, labels: Map<string, string>, major: PrometheusMajor): boolean {
  const { action, targetLabel, replacement, modulus } = rule;
  const regex = major === 2 ? `(?-s:${rule.regex})` : rule.regex;
  const value = sourceValue(rule, labels);
  const matches = (text: string): boolean => matchesPattern(regex, text) === true;
  switch (action) {
    case "keep":
      return matches(value);
    case "drop":
      return !matches(value);
    case "keepequal":
      return (labels.get(targetLabel) ?? "") === value;
    case "dropequal":
      return (labels.get(targetLabel) ?? "") !== value;
    case "replace": {
      const groups = groupsOf(regex, value);
      const target = groups && expandReplacement(targetLabel, groups);
      if (groups && target && isLabelName(target, major)) set(labels, target, expandReplacement(replacement, groups));
      return true;
    }
    case "hashmod":
      set(labels, targetLabel, hashModulus(value, modulus));
      return true;
    case "lowercase":
      set(labels, targetLabel, lowerCase(value));
      return true;
    case "uppercase":
      set(labels, targetLabel, upperCase(value));
      return true;
    case "labelmap":
      for (const [name, own] of [...labels]) {
        const groups = groupsOf(regex, name);
        if (groups) set(labels, expandReplacement(replacement, groups), own);
      }
      return true;
    case "labeldrop":
      for (const name of [...labels.keys()]) if (matches(name)) labels.delete(name);
      return true;
    case "labelkeep":
      for (const name of [...labels.keys()]) if (!matches(name)) labels.delete(name);
      return true;
    default:
      return assertNever(action);
  }
}

function groupsOf(pattern: string, text: string): ReadonlyMap<string, string> | undefined {
  const groups = matchGroups(pattern, text);
  return groups === "invalid" ? undefined : groups;
}

/** An empty label is no label. */
function set(labels: Map<string, string>, name: string, value: string): void {
  if (value === "") labels.delete(name);
  else labels.set(name, value);
}

function isLabelName(name: string, major: PrometheusMajor): boolean {
  return major === 3 ? !/\p{Surrogate}/u.test(name) : /^[a-zA-Z_][a-zA-Z0-9_]*$/.test(name);
}
