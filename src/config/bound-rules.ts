import { configureRules } from "../lint/config.js";
import type { Rule } from "../lint/rule.js";
import type { RuleSettings } from "./config.js";

/** Binds settings into rules; the same setting of a rule gives the same rule again, so that files can share it. */
export type BindRules = (rules: readonly Rule[], settings: RuleSettings) => readonly Rule[];

/** A {@link BindRules} that remembers. */
export function ruleBinder(): BindRules {
  const bound = new Map<Rule, Map<string, readonly Rule[]>>();
  return (rules, settings) =>
    rules.flatMap((rule) => {
      const setting = Object.hasOwn(settings, rule.id) ? settings[rule.id] : undefined;
      if (setting === undefined || setting === "on") return [rule];
      const key = JSON.stringify(setting);
      const ofRule = bound.get(rule) ?? new Map<string, readonly Rule[]>();
      bound.set(rule, ofRule);
      const known = ofRule.get(key) ?? configureRules([rule], { [rule.id]: setting });
      ofRule.set(key, known);
      return known;
    });
}
