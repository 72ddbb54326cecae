import type { RuleSetting } from "../src/lint/config.js";
import type { Rule } from "../src/lint/rule.js";

/** The name of a preset. */
export type PresetName = "recommended" | "strict" | "prometheus-3-migration";

/** The settings of rules, by preset. */
export type Presets = Readonly<Record<PresetName, Readonly<Record<string, RuleSetting>>>>;

/** The rules that ask for what a team agrees upon. No preset turns them on, since nobody else can choose for it. */
const teamChoices: ReadonlySet<string> = new Set([
  "alert-name-case",
  "missing-for",
  "recording-rule-name",
  "required-annotations",
  "required-labels",
]);

/** The rules that are off until somebody turns them on: the choices of a team, and what is not right often enough. */
export const offByDefault: ReadonlySet<string> = new Set([
  ...teamChoices,
  "fixed-window-in-panel",
  "increase-window-shorter-than-for",
  "nameless-selector",
  "nan-prone-aggregation",
  "or-vector-beside-labels",
  "redundant-parentheses",
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
    strict: settings(({ id, severity }) => {
      if (teamChoices.has(id)) return "off";
      return severity === "info" ? "warning" : "on";
    }),
    "prometheus-3-migration": settings(({ id }) => (changedInPrometheus3.includes(id) ? "on" : "off")),
  };
}
