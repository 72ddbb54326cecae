import { metricName } from "../../promql/labels.js";
import type { Aggregation, Token } from "../../syntax/ast.js";
import { printLabelList } from "../words.js";

/** By which labels an aggregation makes groups. */
export interface Groups {
  readonly mode: "by" | "without";
  readonly labels: readonly Pick<Token, "text" | "variable">[];
}

/** The groups of an aggregation; no list of labels is an empty one after `by`. */
export function groupsOf({ grouping }: Aggregation): Groups {
  return { mode: grouping?.mode.text ?? "by", labels: grouping?.labels ?? [] };
}

/** Groups as they are written: `by (job)`, or nothing where all is one group. */
export function printGroups({ mode, labels }: Groups): string {
  if (mode === "by" && labels.length === 0) return "";
  return `${mode} (${printLabelList(labels.map(({ text }) => text))})`;
}

/**
 * The groups that two groupings make one after the other, the inner one first: the outer ones themselves, if they are.
 * Nothing where the inner one takes away a label by which the outer one groups, or where a Grafana variable hides that.
 */
export function jointGroups(outer: Groups, inner: Groups): Groups | undefined {
  if (outer.mode === "by") return covers(outer, inner) ? outer : undefined;
  if (hasVariable(outer) || hasVariable(inner)) return undefined;
  const [listed, kept] = [namesOf(outer), namesOf(inner)];
  if (inner.mode === "without") {
    return { mode: "without", labels: [...inner.labels, ...outer.labels.filter(({ text }) => !kept.has(text))] };
  }
  return { mode: "by", labels: inner.labels.filter(({ text }) => text !== metricName && !listed.has(text)) };
}

/** Whether all labels of the outer groups are still there. A variable stands for the same labels wherever it stands. */
function covers(outer: Groups, inner: Groups): boolean {
  const names = namesOf(inner);
  if (inner.mode === "by") return outer.labels.every(({ text }) => names.has(text));
  if (outer.labels.length === 0) return true;
  return !hasVariable(outer) && !hasVariable(inner) && outer.labels.every(({ text }) => !isGone(text, names));
}

function isGone(label: string, removed: ReadonlySet<string>): boolean {
  return label === metricName || removed.has(label);
}

function namesOf({ labels }: Groups): ReadonlySet<string> {
  return new Set(labels.map(({ text }) => text));
}

function hasVariable({ labels }: Groups): boolean {
  return labels.some(({ variable }) => variable);
}
