import { compareCodePoints } from "../promql/code-points.js";
import { isLegacyLabel, metricName } from "../promql/labels.js";
import { quote } from "../promql/strings.js";

/** A label's name and its value, which is not empty. */
export type Label = readonly [name: string, value: string];

/** The labels of a series, sorted by name. The metric's name is the label `__name__`. */
export interface Labels {
  readonly pairs: readonly Label[];
  /** The same text for the same labels, another one for others. */
  readonly key: string;
}

/** The labels of a series that has none. */
export const noLabels: Labels = { pairs: [], key: "" };

/** Sorts labels by name. A label without a value is left out; of two with one name the later counts. */
export function labelsOf(pairs: Iterable<Label>): Labels {
  const found = new Map(pairs);
  return ofSorted([...found].filter(([, value]) => value !== "").sort(([a], [b]) => compareCodePoints(a, b)));
}

/** The value of a label, an empty text where it is missing. */
export function labelValue({ pairs }: Labels, name: string): string {
  for (const [label, value] of pairs) if (label === name) return value;
  return "";
}

/** The labels with one of them set, or taken away by an empty value. */
export function withLabel(labels: Labels, name: string, value: string): Labels {
  return labelsOf([...labels.pairs, [name, value]]);
}

/** The labels but for some names. */
export function withoutLabels(labels: Labels, names: ReadonlySet<string>): Labels {
  const pairs = labels.pairs.filter(([name]) => !names.has(name));
  return pairs.length === labels.pairs.length ? labels : ofSorted(pairs);
}

/** The labels of some names. */
export function onlyLabels(labels: Labels, names: ReadonlySet<string>): Labels {
  const pairs = labels.pairs.filter(([name]) => names.has(name));
  return pairs.length === labels.pairs.length ? labels : ofSorted(pairs);
}

/**
 * The labels without the metric's name and what else belongs to it.
 * Source: https://prometheus.io/docs/prometheus/latest/feature_flags/#type-and-unit-labels
 */
export function withoutName(labels: Labels): Labels {
  return withoutLabels(labels, nameLabels);
}

const nameLabels: ReadonlySet<string> = new Set([metricName, "__type__", "__unit__"]);

/** Which labels stand first: names and values are compared in turn. */
export function compareLabels(a: Labels, b: Labels): number {
  for (let k = 0; k < a.pairs.length && k < b.pairs.length; k++) {
    const [x, y] = [a.pairs[k] ?? ["", ""], b.pairs[k] ?? ["", ""]];
    const order = compareCodePoints(x[0], y[0]) || compareCodePoints(x[1], y[1]);
    if (order !== 0) return order;
  }
  return a.pairs.length - b.pairs.length;
}

/** The labels as Prometheus writes them in errors: `{__name__="up", job="node"}`. */
export function printLabels({ pairs }: Labels): string {
  const written = pairs.map(([name, value]) => `${isLegacyLabel(name) ? name : quote(name)}=${quote(value)}`);
  return `{${written.join(", ")}}`;
}

function ofSorted(pairs: readonly Label[]): Labels {
  let key = "";
  for (const [name, value] of pairs) key += `${name.length}:${name}${value.length}:${value}`;
  return { pairs, key };
}
