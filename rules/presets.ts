import type { RuleSetting } from "../src/lint/config.js";
import type { Rule } from "../src/lint/rule.js";

/** The name of a preset. */
export type PresetName = "recommended" | "strict" | "prometheus-3-migration";

/** The settings of rules, by preset. */
export type Presets = Readonly<Record<PresetName, Readonly<Record<string, RuleSetting>>>>;

/**
 * The rules that are off until somebody turns them on: what they ask for is the choice of a team, or they are not right
 * often enough.
 */
export const offByDefault: ReadonlySet<string> = new Set([
  "alert-name-case",
  "fixed-window-in-panel",
  "increase-window-shorter-than-for",
  "missing-for",
  "nameless-selector",
  "nan-prone-aggregation",
  "or-vector-beside-labels",
  "recording-rule-name",
  "redundant-parentheses",
  "required-annotations",
  "required-labels",
  "subquery-without-step",
  "unescaped-dot",
  "unused-variable",
]);

/** The rules on queries that a server of version 3 accepts, and answers otherwise than one of version 2. */
const changedInPrometheus3: readonly string[] = ["integer-bucket-label", "short-rate-window", "single-sample-subquery"];

/** The presets for all rules, of which some are recommended. */
export function presetsOf(all: readonly Rule[], recommended: readonly Rule[]): Presets {
  const settings = (settingOf: (rule: Rule) => RuleSetting): Readonly<Record<string, RuleSetting>> =>
    Object.fromEntries(all.map((rule) => [rule.id, settingOf(rule)]));
  return {
    recommended: settings((rule) => (recommended.includes(rule) ? "on" : "off")),
    strict: settings(({ severity }) => (severity === "info" ? "warning" : "on")),
    "prometheus-3-migration": settings(({ id }) => (changedInPrometheus3.includes(id) ? "on" : "off")),
  };
}
