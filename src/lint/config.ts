import type { Severity } from "../syntax/problem.js";
import type { RuleOptions } from "./options.js";
import type { Finding, Rule } from "./rule.js";

/** Whether a rule is on, the severity of all its findings, and the values of its options. */
export type RuleSetting = "off" | "on" | Severity | readonly ["on" | Severity, RuleOptions];

/**
 * The rules that are on, severity and options bound into them. A rule without a setting, or with one that is none, stays
 * as it is.
 */
export function configureRules(
  rules: readonly Rule[],
  settings: Readonly<Record<string, RuleSetting>>,
): readonly Rule[] {
  return rules.flatMap((rule) => {
    const setting = Object.hasOwn(settings, rule.id) ? settings[rule.id] : undefined;
    if (setting === undefined) return [rule];
    return setting === "off" ? [] : [configured(rule, setting)];
  });
}

function configured(rule: Rule, setting: Exclude<RuleSetting, "off">): Rule {
  const [word, given]: readonly unknown[] = Array.isArray(setting) ? setting : [setting];
  const options = isOptions(given) ? given : {};
  const severity = severities.find((known) => known === word);
  const changed = severity ? { severity } : {};
  switch (rule.subject) {
    case "query":
      return { ...rule, ...changed, check: bound(rule.check, options, severity) };
    case "alerting-rule":
      return { ...rule, ...changed, check: bound(rule.check, options, severity) };
    case "recording-rule":
      return { ...rule, ...changed, check: bound(rule.check, options, severity) };
    case "rule-group":
      return { ...rule, ...changed, check: bound(rule.check, options, severity) };
    case "rule-files":
      return { ...rule, ...changed, check: bound(rule.check, options, severity) };
    case "panel":
      return { ...rule, ...changed, check: bound(rule.check, options, severity) };
    case "dashboard":
      return { ...rule, ...changed, check: bound(rule.check, options, severity) };
  }
}

function isOptions(given: unknown): given is RuleOptions {
  return typeof given === "object" && given !== null;
}

const severities: readonly Severity[] = ["error", "warning", "info"];

type Check<T, P> = (subject: T, options?: RuleOptions) => Iterable<Finding<P>>;

function bound<T, P>(check: Check<T, P>, options: RuleOptions, severity: Severity | undefined): Check<T, P> {
  return function* (subject, more) {
    for (const finding of check(subject, { ...options, ...more })) yield severity ? { ...finding, severity } : finding;
  };
}

/** The JSON Schema (2020-12) of an object that gives rules their settings, by id. */
export function ruleSettingsSchema(rules: readonly Rule[]): object {
  return {
    type: "object",
    description: "Rules by id: whether they are on, their severity, their options.",
    properties: Object.fromEntries(rules.map((rule) => [rule.id, settingSchema(rule)])),
    additionalProperties: false,
  };
}

/** A word, or a list of a word and options. What it is decides which of the two is asked of it. */
function settingSchema({ summary, options }: Rule): object {
  const words = ["on", ...severities];
  const description = `${summary}.`;
  if (!options) return { description, enum: ["off", ...words] };
  const values = { type: "object", properties: options, additionalProperties: false };
  return {
    description,
    if: { type: "array" },
    then: { type: "array", prefixItems: [{ enum: words }, values], minItems: 2, items: false },
    else: { enum: ["off", ...words] },
  };
}
