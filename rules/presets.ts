import type { RuleSetting } from "../src/lint/config.js";
import { all, recommended } from "./index.js";

/** The name of a preset. */
export type PresetName = "recommended" | "strict" | "prometheus-3-migration";

/** The queries that a server of the version 3 accepts, and answers otherwise than one of the version 2. */
const changedInPrometheus3: readonly string[] = ["integer-bucket-label", "single-sample-subquery"];

/**
 * Ready-made settings of all rules, for `configureRules` and the key `extends` of a configuration: `recommended` is what
 * holds without a configuration, `strict` turns every rule on and makes warnings of infos, `prometheus-3-migration` leaves
 * on what Prometheus 3 answers otherwise.
 */
export const presets: Readonly<Record<PresetName, Readonly<Record<string, RuleSetting>>>> = {
  recommended: settings((id) => (recommended.some((rule) => rule.id === id) ? "on" : "off")),
  strict: settings((_, severity) => (severity === "info" ? "warning" : "on")),
  "prometheus-3-migration": settings((id) => (changedInPrometheus3.includes(id) ? "on" : "off")),
};

function settings(settingOf: (id: string, severity: string) => RuleSetting): Readonly<Record<string, RuleSetting>> {
  return Object.fromEntries(all.map(({ id, severity }) => [id, settingOf(id, severity)]));
}
