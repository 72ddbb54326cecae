import { metricName } from "../../promql/labels.js";
import type { Binary } from "../../syntax/ast.js";
import type { Span } from "../../syntax/problem.js";
import { type Branch, labelOf, live } from "./branch.js";
import { bothFacts, type Cause, isImpossible, type LabelFact } from "./label-fact.js";
import { isEmpty } from "../values/value-set.js";

/** Whether a label must be equal on both sides; `maybe` where a Grafana variable is among the labels. */
export type IsMatched = "yes" | "no" | "maybe";

/** Which labels an operator between two vectors compares. */
export interface MatchedLabels {
  /** `on`, or `ignoring`, which is the default with no label. */
  readonly mode: "on" | "ignoring";
  /** Those listed, Grafana variables left out. */
  readonly listed: ReadonlySet<string>;
  /** Every label that is not listed. */
  readonly others: IsMatched;
  /** The list, or the operator where there is none. */
  readonly span: Span;
}

/** The labels by which series of the two sides find each other. The name of the metric is never one, unless in `on`. */
export function matchedLabels({ matching, op }: Binary): MatchedLabels {
  const labels = matching?.labels ?? [];
  const hasVariable = labels.some(({ variable }) => variable);
  const mode = matching?.mode.text ?? "ignoring";
  const without = mode === "on" ? "no" : "yes";
  return {
    mode,
    listed: new Set(labels.filter(({ variable }) => !variable).map(({ text }) => text)),
    others: hasVariable ? "maybe" : without,
    span: matching?.span ?? op.span,
  };
}

/** Whether series must agree in a label. */
export function isMatched(name: string, { mode, listed, others }: MatchedLabels): IsMatched {
  if (listed.has(name)) return mode === "on" ? "yes" : "no";
  return mode === "ignoring" && name === metricName ? "no" : others;
}

/** The labels of which something is known, on one of the sides or by the operator. */
export function namesOf(left: Branch, right: Branch, matched: MatchedLabels): ReadonlySet<string> {
  return new Set([...left.labels.keys(), ...right.labels.keys(), ...matched.listed]);
}

/** A label in which no series of the two sides agree. */
export interface Conflict {
  readonly label: string;
  readonly left: LabelFact;
  readonly right: LabelFact;
}

/** The first label for which series of two branches never match. */
export function findConflict(left: Branch, right: Branch, matched: MatchedLabels): Conflict | undefined {
  for (const label of namesOf(left, right, matched)) {
    if (isMatched(label, matched) !== "yes") continue;
    const [a, b] = [labelOf(left, label), labelOf(right, label)];
    if (isEmpty(bothFacts(a, b).values)) return { label, left: a, right: b };
  }
  return undefined;
}

/** Whether the series have none of the labels that are compared, so that they all belong to one match group. */
export function isUnmatched(branch: Branch, matched: MatchedLabels): boolean {
  const names = new Set([...branch.labels.keys(), ...matched.listed]);
  const named = [...names].every((name) => isMatched(name, matched) === "no" || isImpossible(labelOf(branch, name)));
  return named && (matched.others === "no" || isImpossible(branch.others));
}

/** Whether a branch always has a series, and that one without any of the labels that are compared. */
export function isSure(side: readonly Branch[], branch: Branch, matched: MatchedLabels): boolean {
  if (!branch.alwaysReturns || !isUnmatched(branch, matched)) return false;
  return !branch.replaceable || live(side).every((each) => isUnmatched(each, matched));
}

/** Why two branches never match. */
export function neverMatched({ label, left, right }: Conflict, { span }: MatchedLabels): Cause {
  const why =
    left.presence === "impossible" || right.presence === "impossible"
      ? `\`${label}\` is always on one side and never on the other`
      : `\`${label}\` is never the same on both sides`;
  return { why, span };
}
