import { grouped } from "../syntax/grouped.js";
import type { ActiveAlert, RuleGroup } from "../prometheus/index.js";

/** The rules of a server. Times are seconds. */
export interface RulesStatus {
  readonly groups: number;
  readonly alerting: number;
  readonly recording: number;
  /** Rules whose last evaluation failed. */
  readonly failing: readonly FailingRule[];
  /** Groups that take longer than the time until their next turn, slowest first. */
  readonly slow: readonly SlowGroup[];
}

/** A rule whose last evaluation failed. */
export interface FailingRule {
  readonly group: string;
  readonly file: string;
  readonly rule: string;
  readonly error: string;
}

/** A group whose evaluation takes longer than its interval. */
export interface SlowGroup {
  readonly group: string;
  readonly file: string;
  readonly interval: number;
  readonly evaluationTime: number;
}

/** The alerts of one name. */
export interface AlertStatus {
  readonly name: string;
  readonly severity?: string | undefined;
  readonly firing: number;
  readonly pending: number;
  /** When the oldest of them began. */
  readonly since?: Date | undefined;
}

/** What is to be said of the rules in these groups. */
export function rulesStatus(groups: readonly RuleGroup[]): RulesStatus {
  const rules = groups.flatMap((group) => group.rules.map((rule) => ({ group, rule })));
  const count = (type: "alerting" | "recording") => rules.filter(({ rule }) => rule.type === type).length;
  return {
    groups: groups.length,
    alerting: count("alerting"),
    recording: count("recording"),
    failing: rules
      .filter(({ rule }) => rule.health === "err")
      .map(({ group, rule }) => ({
        group: group.name,
        file: group.file,
        rule: rule.name,
        error: rule.lastError ?? "the server does not say why",
      })),
    slow: groups.flatMap(slowGroup).sort((a, b) => b.evaluationTime - a.evaluationTime),
  };
}

/** The alerts that are firing or pending, by name: those that fire first. */
export function alertStatuses(alerts: readonly ActiveAlert[]): readonly AlertStatus[] {
  const byName = grouped(alerts, ({ labels }) => labels["alertname"] ?? "");
  return Array.from(byName, ([name, own]) => {
    const times = own.flatMap(({ activeAt }) => (activeAt ? [activeAt.getTime()] : []));
    const severities = new Set(own.map(({ labels }) => labels["severity"]));
    return {
      name,
      severity: severities.size === 1 ? own[0]?.labels["severity"] : undefined,
      firing: own.filter(({ state }) => state === "firing").length,
      pending: own.filter(({ state }) => state === "pending").length,
      since: times.length > 0 ? new Date(times.reduce((a, b) => Math.min(a, b))) : undefined,
    };
  }).sort((a, b) => b.firing - a.firing || b.pending - a.pending);
}

function slowGroup({ name, file, interval, evaluationTime }: RuleGroup): readonly SlowGroup[] {
  if (evaluationTime === undefined || interval <= 0 || evaluationTime <= interval) return [];
  return [{ group: name, file, interval, evaluationTime }];
}
