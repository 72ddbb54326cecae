import { formatLabel } from "./label-text.js";
import type { ActiveAlert, Annotation } from "./alert-state.js";
import { type ComparedItem, differenceOf } from "./difference.js";
import type { DifferenceLine } from "./outcome.js";
import type { ExpectedAlert } from "./unit-test.js";

/** How the alerts that fire differ from the expected ones; nothing where they do not. */
export type AlertComparison =
  { readonly difference: readonly DifferenceLine[] } | { readonly unsupported: string } | undefined;

/** Compares alerts, whose order says nothing. */
export function compareAlerts(expected: readonly ExpectedAlert[], firing: readonly ActiveAlert[]): AlertComparison {
  const wanted = expected.map(({ labels, annotations }) => itemOf([...labels], annotations));
  const found = firing.map(({ labels, annotations }) => itemOf(labels.pairs, annotations));
  const lines = differenceOf(wanted, found);
  if (lines.every(({ kind }) => kind === "same")) return undefined;
  const unknown = firing.flatMap(({ annotations }) => Array.from(annotations.values(), reasonOf)).find(Boolean);
  return unknown === undefined ? { difference: lines } : { unsupported: unknown };
}

function reasonOf(annotation: Annotation): string | undefined {
  return typeof annotation === "string" ? undefined : annotation.unsupported;
}

function itemOf(
  labels: readonly (readonly [name: string, value: string])[],
  annotations: ReadonlyMap<string, Annotation>,
): ComparedItem {
  const sorted = labels.toSorted(([a], [b]) => (a < b ? -1 : 1));
  const name = sorted.find(([label]) => label === "alertname")?.[1] ?? "";
  const others = sorted.filter(([label]) => label !== "alertname").map(([label, value]) => formatLabel(label, value));
  const texts = Array.from(annotations).sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = texts.map(([label, text]) => `  ${formatLabel(label, typeof text === "string" ? text : "?", ": ")}`);
  return {
    key: JSON.stringify(sorted),
    lines: [`${name}{${others.join(", ")}}`, ...lines],
  };
}
