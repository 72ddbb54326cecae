import type { Labels } from "../engine/labels.js";
import type { TestedAlert } from "./rule-set.js";

/** The text of an annotation, or why it is not known. */
export type Annotation = string | { readonly unsupported: string };

/** An alert as a rule gives it at one time. */
export interface RaisedAlert {
  readonly labels: Labels;
  readonly annotations: ReadonlyMap<string, Annotation>;
}

/** An alert of a rule, which goes on from one evaluation to the next. Times are in milliseconds. */
export interface ActiveAlert {
  readonly labels: Labels;
  annotations: ReadonlyMap<string, Annotation>;
  state: "pending" | "firing";
  readonly activeAt: number;
  /** Since when it fires only because it is kept. */
  keptSince?: number;
}

/**
 * What becomes of the alerts of a rule when it is evaluated: those that are new are pending, those that have been there
 * for long enough fire, and those that are not raised any more go, unless they are kept.
 * Source: https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/#defining-alerting-rules
 */
export function advanceAlerts(
  active: Map<string, ActiveAlert>,
  raised: readonly RaisedAlert[],
  { holds, keepFiring }: Pick<TestedAlert, "holds" | "keepFiring">,
  time: number,
): void {
  const keys = new Set<string>();
  for (const { labels, annotations } of raised) {
    keys.add(labels.key);
    const before = active.get(labels.key);
    if (before) before.annotations = annotations;
    else active.set(labels.key, { labels, annotations, state: "pending", activeAt: time });
  }
  for (const [key, alert] of active) {
    if (keys.has(key)) {
      delete alert.keptSince;
      if (time - alert.activeAt >= holds) alert.state = "firing";
      continue;
    }
    if (alert.state === "firing" && keepFiring > 0) {
      alert.keptSince ??= time;
      if (time - alert.keptSince < keepFiring) continue;
    }
    active.delete(key);
  }
}
