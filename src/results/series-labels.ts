import type { Labels } from "../prometheus/result.js";
import { isLegacyLabel, isLegacyMetric, metricName } from "../promql/labels.js";
import { visible } from "../report/visible.js";

/** The labels of several series: those that all share, and the names of the others. */
export interface LabelSplit {
  readonly shared: Labels;
  /** The metric's name first, then by name. */
  readonly differing: readonly string[];
}

/** Tells the labels that all series have with the same value from the others. Of a single series none is shared. */
export function splitLabels(series: readonly { readonly labels: Labels }[]): LabelSplit {
  const names = new Set(series.flatMap(({ labels }) => Object.keys(labels)));
  const first = series[0]?.labels ?? {};
  const isShared = (name: string) =>
    series.length > 1 && series.every(({ labels }) => Object.hasOwn(labels, name) && labels[name] === first[name]);
  const sorted = [...names].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return {
    shared: Object.fromEntries(sorted.filter(isShared).map((name) => [name, first[name] ?? ""])),
    differing: sorted.filter((name) => !isShared(name)),
  };
}

function rank(name: string): number {
  return name === metricName ? 0 : 1;
}

/** Labels as a selector has them, without braces and safe for a terminal: `job="node", mode="idle"`. */
export function labelsText(labels: Labels, names: readonly string[] = Object.keys(labels)): string {
  return names
    .flatMap((name) => {
      const value = labels[name];
      return value === undefined ? [] : [`${nameText(name)}=${visible(JSON.stringify(value))}`];
    })
    .join(", ");
}

/** A series as a selector names it, safe for a terminal: `up{job="node"}`; `{}` where it has no labels. */
export function seriesText(labels: Labels, names: readonly string[] = Object.keys(labels)): string {
  const metric = names.includes(metricName) ? labels[metricName] : undefined;
  const isName = metric !== undefined && isLegacyMetric(metric);
  const others = labelsText(labels, isName ? names.filter((name) => name !== metricName) : names);
  if (isName) return others === "" ? metric : `${metric}{${others}}`;
  return `{${others}}`;
}

/** A label's name, quoted where a query has to quote it, and safe for a terminal. */
export function nameText(name: string): string {
  return isLegacyLabel(name) ? name : visible(JSON.stringify(name));
}

/** What stands above a column of a label's values. */
export function columnTitle(name: string): string {
  return name === metricName ? "metric" : nameText(name);
}
