import { matchesSome } from "../promql/name-pattern.js";
import { removedLabelTables, type RemovedLabelTable } from "./builtin/removed-labels.js";
import { builtinMetrics } from "./builtin.js";
import { seriesType } from "./series-type.js";

/** That the metrics of an exporter no longer have a label. */
export interface LabelRemoval {
  readonly exporter: string;
  /** The first version without it. */
  readonly version: string;
  /** What the label is called now. */
  readonly to: string;
  /** What else is different. */
  readonly change?: string;
}

/** What a label of a series is called since some version, by the name of the series; nothing for a label that it may have. */
export function labelRemovalOf(label: string, series: string): LabelRemoval | undefined {
  const table = tablesOf(label).find((each) => isOf(series, each));
  const to = table?.labels[label];
  if (!table || to === undefined) return undefined;
  const { exporter, version, change } = table;
  return { exporter, version, to, ...(change !== undefined && { change }) };
}

/** Whether some metrics no longer have a label of that name. */
export function isRemovedSomewhere(label: string): boolean {
  return removedLabels.has(label);
}

const removedLabels: ReadonlySet<string> = new Set(removedLabelTables.flatMap(({ labels }) => Object.keys(labels)));

/** The exporters of which removed labels are known. */
export const labelExporters: readonly string[] = [...new Set(removedLabelTables.map(({ exporter }) => exporter))];

function tablesOf(label: string): readonly RemovedLabelTable[] {
  return removedLabelTables.filter(({ labels }) => Object.hasOwn(labels, label));
}

function isOf(series: string, { metrics }: RemovedLabelTable): boolean {
  if (!("source" in metrics)) return matchesSome(metrics, series);
  return seriesType(series, builtinMetrics).metric?.source === metrics.source;
}
