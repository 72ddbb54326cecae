import type { Labels, QueryResult } from "../../prometheus/index.js";
import { metricName } from "../../promql/labels.js";
import { fewestLabels } from "../../results/telling-labels.js";
import type { Exercise } from "../lesson.js";
import { type ResultSeries, seriesOf, withoutNames } from "./result-series.js";
import { valuesDifference, type ValuesDifference } from "./values-difference.js";

/**
 * In what a result differs from the one that is wanted; the first of these that holds. Of series it has the labels that tell
 * them apart.
 */
export type Difference =
  | { readonly kind: "type"; readonly got: QueryResult["type"]; readonly wanted: QueryResult["type"] }
  | { readonly kind: "empty"; readonly wanted: number }
  | { readonly kind: "not-empty"; readonly got: number }
  | LabelsDifference
  | SeriesDifference
  | ValuesDifference
  | { readonly kind: "order" };

/** Names of labels that only one of the results has. */
export interface LabelsDifference extends Counts {
  readonly kind: "labels";
  readonly extra: readonly string[];
  readonly missing: readonly string[];
  /** Those of the extra labels, or else of the missing ones, without which several series would be one. */
  readonly apart: readonly string[];
}

/** Series of the same labels, which only one of the results has. */
export interface SeriesDifference extends Counts {
  readonly kind: "series";
  readonly extra: readonly Labels[];
  readonly missing: readonly Labels[];
}

/** How many series there are, and how many are wanted. */
interface Counts {
  readonly got: number;
  readonly wanted: number;
}

/**
 * What a result has otherwise than the one that is wanted; nothing where they are the same, but for rounding errors. Series are
 * told by the labels that the queries name, where these tell them apart.
 */
export function differenceOf(
  result: QueryResult,
  wantedResult: QueryResult,
  { name = false, order = false }: Pick<Exercise, "name" | "order"> = {},
  namedLabels: ReadonlySet<string> = new Set(),
): Difference | undefined {
  if (result.type !== wantedResult.type) return { kind: "type", got: result.type, wanted: wantedResult.type };
  const [own, wanted] = [result, wantedResult].map((one) => (name ? seriesOf(one) : withoutNames(seriesOf(one))));
  if (!own || !wanted || (own.length === 0 && wanted.length === 0)) return undefined;
  if (own.length === 0) return { kind: "empty", wanted: wanted.length };
  if (wanted.length === 0) return { kind: "not-empty", got: own.length };
  return (
    labelsDifference(own, wanted, name) ??
    shortened(seriesDifference(own, wanted) ?? valuesDifference(own, wanted), [...own, ...wanted], namedLabels) ??
    (order && own.some(({ key }, k) => key !== wanted[k]?.key) ? { kind: "order" } : undefined)
  );
}

function labelsDifference(
  own: readonly ResultSeries[],
  wanted: readonly ResultSeries[],
  name: boolean,
): Difference | undefined {
  const [has, needs] = [labelNames(own, name), labelNames(wanted, name)];
  const extra = [...has].filter((label) => !needs.has(label)).sort();
  const missing = [...needs].filter((label) => !has.has(label)).sort();
  if (extra.length === 0 && missing.length === 0) return undefined;
  const apart = extra.length > 0 ? apartBy(own, extra) : apartBy(wanted, missing);
  return { kind: "labels", extra, missing, apart, got: own.length, wanted: wanted.length };
}

/** Those of some labels that have several values among series which are alike otherwise. */
function apartBy(all: readonly ResultSeries[], labels: readonly string[]): readonly string[] {
  const groups = new Map<string, Labels[]>();
  for (const { labels: own } of all) {
    const key = keyOf(own, labels);
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(own);
  }
  const hasSeveral = (label: string) => (group: readonly Labels[]) => new Set(group.map((own) => own[label])).size > 1;
  return labels.filter((label) => [...groups.values()].some(hasSeveral(label)));
}

function keyOf(own: Labels, except: readonly string[]): string {
  const kept = Object.entries(own).filter(([name]) => name !== metricName && !except.includes(name));
  return JSON.stringify(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The metric's name is no label where it does not count. */
function labelNames(all: readonly ResultSeries[], name: boolean): ReadonlySet<string> {
  const names = new Set(all.flatMap(({ labels }) => Object.keys(labels)));
  if (!name) names.delete(metricName);
  return names;
}

/** What differs, with those labels of its series that tell all series apart. */
function shortened(
  difference: SeriesDifference | ValuesDifference | undefined,
  all: readonly ResultSeries[],
  namedLabels: ReadonlySet<string>,
): Difference | undefined {
  if (!difference) return undefined;
  const names = fewestLabels([...new Map(all.map((series) => [series.key, series])).values()], namedLabels);
  const short = (labels: Labels): Labels =>
    Object.fromEntries(names.flatMap((name) => (labels[name] === undefined ? [] : [[name, labels[name]]])));
  if (difference.kind === "series") {
    return { ...difference, extra: difference.extra.map(short), missing: difference.missing.map(short) };
  }
  return "labels" in difference ? { ...difference, labels: short(difference.labels) } : difference;
}

function seriesDifference(own: readonly ResultSeries[], wanted: readonly ResultSeries[]): SeriesDifference | undefined {
  const extra = notIn(own, wanted);
  const missing = notIn(wanted, own);
  if (extra.length === 0 && missing.length === 0) return undefined;
  return { kind: "series", extra, missing, got: own.length, wanted: wanted.length };
}

function notIn(some: readonly ResultSeries[], others: readonly ResultSeries[]): readonly Labels[] {
  const keys = new Set(others.map(({ key }) => key));
  return some.flatMap(({ key, labels }) => (keys.has(key) ? [] : [labels]));
}
