import { decodeNumber } from "./decode.js";
import type { Labels } from "./result.js";
import {
  arrayAt,
  objectAt,
  optionalDate,
  optionalNumber,
  optionalText,
  textAt,
  textsAt,
  UnexpectedShape,
} from "./shape.js";

/** A group of rules that a server evaluates one after the other. */
export interface RuleGroup {
  readonly name: string;
  /** The file of the group on the server. */
  readonly file: string;
  /** Seconds between two evaluations. */
  readonly interval: number;
  /** How many series a rule may give; 0 for no limit. */
  readonly limit: number;
  readonly rules: readonly ServerRule[];
  /** Seconds that the last evaluation took. */
  readonly evaluationTime?: number | undefined;
  readonly lastEvaluation?: Date | undefined;
}

/** A rule as a server holds it. */
export type ServerRule = AlertingRule | RecordingRule;

/** What both kinds of rules have. */
interface RuleFacts {
  readonly name: string;
  readonly query: string;
  readonly labels: Labels;
  /** `unknown` until the first evaluation, `err` where the last one failed. */
  readonly health: "ok" | "err" | "unknown";
  readonly lastError?: string | undefined;
  /** Seconds that the last evaluation took. */
  readonly evaluationTime?: number | undefined;
  readonly lastEvaluation?: Date | undefined;
}

/** An alerting rule and the alerts that it gives now. */
export interface AlertingRule extends RuleFacts {
  readonly type: "alerting";
  /** That of its most urgent alert. */
  readonly state: "inactive" | "pending" | "firing" | "unknown";
  /** Seconds of `for`. */
  readonly duration: number;
  /** Seconds of `keep_firing_for`. */
  readonly keepFiringFor: number;
  readonly annotations: Labels;
  readonly alerts: readonly ActiveAlert[];
}

/** A recording rule. */
export interface RecordingRule extends RuleFacts {
  readonly type: "recording";
}

/** An alert that is pending or firing. */
export interface ActiveAlert {
  readonly labels: Labels;
  readonly annotations: Labels;
  readonly state: "pending" | "firing" | "unknown";
  readonly activeAt?: Date | undefined;
  readonly value: number;
}

/** The groups of an answer to `/rules`; throws `UnexpectedShape`. */
export function decodeRules(data: unknown): readonly RuleGroup[] {
  return arrayAt(objectAt(data, "data")["groups"] ?? [], "groups").map((value) => {
    const group = objectAt(value, "a rule group");
    return {
      name: textAt(group["name"], "a rule group's name"),
      file: optionalText(group["file"]) ?? "",
      interval: optionalNumber(group["interval"]) ?? 0,
      limit: optionalNumber(group["limit"]) ?? 0,
      rules: arrayAt(group["rules"] ?? [], "a rule group's rules").map(decodeRule),
      evaluationTime: optionalNumber(group["evaluationTime"]),
      lastEvaluation: optionalDate(group["lastEvaluation"]),
    };
  });
}

/** The alerts of an answer to `/alerts`; throws `UnexpectedShape`. */
export function decodeAlerts(data: unknown): readonly ActiveAlert[] {
  return alertsAt(objectAt(data, "data")["alerts"]);
}

function decodeRule(value: unknown): ServerRule {
  const rule = objectAt(value, "a rule");
  const { type, health, state } = rule;
  const facts: RuleFacts = {
    name: textAt(rule["name"], "a rule's name"),
    query: textAt(rule["query"], "a rule's query"),
    labels: textsAt(rule["labels"] ?? {}, "a rule's labels"),
    health: health === "ok" || health === "err" ? health : "unknown",
    lastError: optionalText(rule["lastError"]),
    evaluationTime: optionalNumber(rule["evaluationTime"]),
    lastEvaluation: optionalDate(rule["lastEvaluation"]),
  };
  if (type === "recording") return { type, ...facts };
  if (type !== "alerting") throw new UnexpectedShape("a rule's type", "alerting or recording");
  return {
    type,
    ...facts,
    state: state === "inactive" || state === "pending" || state === "firing" ? state : "unknown",
    duration: optionalNumber(rule["duration"]) ?? 0,
    keepFiringFor: optionalNumber(rule["keepFiringFor"]) ?? 0,
    annotations: textsAt(rule["annotations"] ?? {}, "a rule's annotations"),
    alerts: alertsAt(rule["alerts"]),
  };
}

function alertsAt(value: unknown): readonly ActiveAlert[] {
  return arrayAt(value ?? [], "alerts").map((entry) => {
    const alert = objectAt(entry, "an alert");
    const { state } = alert;
    return {
      labels: textsAt(alert["labels"], "an alert's labels"),
      annotations: textsAt(alert["annotations"] ?? {}, "an alert's annotations"),
      state: state === "pending" || state === "firing" ? state : "unknown",
      activeAt: optionalDate(alert["activeAt"]),
      value: decodeNumber(alert["value"], "an alert's value"),
    };
  });
}
