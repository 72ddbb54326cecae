import type { Rule } from "../lint/rule.js";
import type { Fault } from "../schema/faults.js";
import { isObject } from "../schema/object.js";
import type { Kind } from "../syntax/ast.js";

const subjects: Readonly<Record<Rule["subject"], true>> = {
  query: true,
  "alerting-rule": true,
  "recording-rule": true,
  "rule-group": true,
  "rule-files": true,
  panel: true,
  dashboard: true,
};

const kinds: Readonly<Record<Kind, true>> = {
  Aggregation: true,
  Binary: true,
  Call: true,
  DurationBinary: true,
  DurationCall: true,
  DurationLiteral: true,
  DurationParen: true,
  DurationUnary: true,
  LabelMatcher: true,
  NumberLiteral: true,
  Paren: true,
  RangeSelector: true,
  StringLiteral: true,
  Subquery: true,
  Unary: true,
  VectorSelector: true,
};

const key = "ownRules";

/** The rules that a configuration brings, or why one of them cannot be used beside the known ones. */
export function readOwnRules(
  value: unknown,
  known: readonly Rule[],
): { readonly rules: readonly Rule[] } | { readonly fault: Fault } {
  if (value === undefined) return { rules: [] };
  if (!Array.isArray(value)) return { fault: { keys: [key], message: `\`${key}\` is not a list`, help: advice } };
  const ids = new Set(known.map(({ id }) => id));
  const rules: Rule[] = [];
  for (const [k, item] of value.entries()) {
    const rule: unknown = item;
    if (!isRule(rule)) return { fault: { keys: [key, String(k)], message: whyNoRule(rule), help: advice } };
    if (ids.has(rule.id)) {
      const message = `the id \`${rule.id}\` is taken by another rule`;
      return { fault: { keys: [key, String(k), "id"], message, help: "give the rule an id of its own" } };
    }
    ids.add(rule.id);
    rules.push(rule);
  }
  return { rules };
}

const advice = "make rules with `defineRule` of promql-lint; the docs say how to write one";

/** Whether a value has all that a rule must have. */
export function isRule(value: unknown): value is Rule {
  return isObject(value) && missingIn(value) === undefined;
}

function whyNoRule(value: unknown): string {
  const missing = isObject(value) ? missingIn(value) : undefined;
  const named =
    isObject(value) && typeof value["id"] === "string" ? `the rule \`${value["id"]}\`` : `an item of \`${key}\``;
  return missing ? `${named} has no ${missing}` : `${named} is no rule`;
}

/** The first part of a rule that is not there, or not as it must be. */
function missingIn(rule: Readonly<Record<string, unknown>>): string | undefined {
  const { id, summary, category, severity, subject, needs, url, check, options } = rule;
  if (typeof id !== "string" || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) return "`id` in kebab case";
  if (typeof summary !== "string") return "`summary`";
  if (typeof category !== "string") return "`category`";
  if (!["error", "warning", "info"].includes(String(severity))) return "`severity` of error, warning or info";
  if (typeof subject !== "string" || !Object.hasOwn(subjects, subject))
    return `\`subject\` of ${Object.keys(subjects).join(", ")}`;
  if (needs !== undefined && (typeof needs !== "string" || !Object.hasOwn(kinds, needs)))
    return "`needs` that is a kind of node, such as `Call`";
  if (url !== undefined && (typeof url !== "string" || !/^https?:\/\/\S+$/.test(url)))
    return "`url` that begins with `https://`";
  if (typeof check !== "function") return "function `check`";
  return options === undefined || isObject(options) ? undefined : "object `options`";
}
