import { withoutParens } from "../../analysis/without-parens.js";
import { metricName } from "../../promql/labels.js";
import type { Call } from "../../syntax/ast.js";
import { type Context, vectorOf } from "../context.js";
import { executionError } from "../error.js";
import { emptyGrid, type Grid, gridBuilder } from "../grid.js";
import { type Label, type Labels, labelsOf, labelValue, noLabels, onlyLabels, printLabels } from "../labels.js";
import { matcher, type Matcher, matchersOf } from "../matchers.js";
import { latestSamples, type Shift } from "../select-instant.js";
import { infoTimes } from "./info-times.js";

/** The labels by which a series finds its info series. */
const identifying: ReadonlySet<string> = new Set(["instance", "job"]);

/**
 * `info`: adds the labels of info series, such as `target_info`, to the series of the same target.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/functions/#info
 */
export function info({ args: [vector, selector] }: Call, context: Context): Grid {
  if (!vector) return emptyGrid;
  const base = vectorOf(vector, context);
  const wanted = selector && withoutParens(selector);
  const given = wanted?.kind === "VectorSelector" ? matchersOf(wanted) : [];
  const names = nameMatchers(given.filter(({ label }) => label === metricName));
  const data = given.filter(({ label }) => label !== metricName);
  const conditions = { names, data };
  return joined(base, infoSeries(base, conditions, infoTimes(vector, context), context), conditions, context);
}

/** What the names of info series fulfil: conditions that only exclude some are about those that end in `_info`. */
function nameMatchers(given: readonly Matcher[]): readonly Matcher[] {
  if (given.length === 0) return [matcher(metricName, "=", "target_info")];
  if (given.some(({ op }) => op === "=" || op === "=~")) return given;
  return [matcher(metricName, "=~", ".+_info"), ...given];
}

interface Conditions {
  /** On the name of the info series: a series that is one itself gets no labels. */
  readonly names: readonly Matcher[];
  /** On its labels: only these are added, where there are any. */
  readonly data: readonly Matcher[];
}

function isInfo(labels: Labels, names: readonly Matcher[]): boolean {
  return names.every(({ accepts }) => accepts(labelValue(labels, metricName)));
}

interface InfoSeries {
  /** The latest sample's time for each step. */
  readonly grid: Grid;
  /** The rows of each target, by the metric's name. */
  readonly byTarget: ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>;
}

/** A base series without identifying labels finds nothing. */
function infoSeries(base: Grid, { names: onName, data }: Conditions, times: Shift, context: Context): InfoSeries {
  const described = base.rows.filter(({ labels }) => !isInfo(labels, onName));
  const targets = new Set(described.map(({ labels }) => onlyLabels(labels, identifying).key));
  targets.delete("");
  if (targets.size === 0) return { grid: emptyGrid, byTarget: new Map() };
  const grid = latestSamples([...onName, ...data], context, times, "time");
  const byTarget = new Map<string, Map<string, number[]>>();
  for (const [row, { labels }] of grid.rows.entries()) {
    const target = onlyLabels(labels, identifying).key;
    if (!targets.has(target)) continue;
    const names = byTarget.get(target) ?? new Map<string, number[]>();
    byTarget.set(target, names);
    const name = labelValue(labels, metricName);
    names.set(name, [...(names.get(name) ?? []), row]);
  }
  return { grid, byTarget };
}

function joined(base: Grid, info: InfoSeries, { names, data }: Conditions, context: Context): Grid {
  const { count } = context.steps;
  const labelled = base.rows.map(({ labels }, row) => {
    if (isInfo(labels, names)) return Array.from({ length: count }, () => labels);
    const wants = info.byTarget.get(onlyLabels(labels, identifying).key);
    return Array.from({ length: count }, (_, step) =>
      base.present[row * count + step] === 1 ? withInfo(labels, latestOf(wants, info.grid, step, count), data) : labels,
    );
  });
  const distinct = labelled.reduce((sum, each) => sum + new Set(each).size, 0);
  const builder = gridBuilder(distinct, count, context.budget);
  for (const [row, { dropName }] of base.rows.entries()) {
    for (let step = 0; step < count; step++) {
      const labels = labelled[row]?.[step];
      if (!labels || base.present[row * count + step] !== 1) continue;
      builder.put(builder.find({ labels, dropName }) + step, base.values[row * count + step] ?? 0);
    }
  }
  return builder.finish();
}

/** Of the info series of one name that a target has at a step, the one with the latest sample. */
function latestOf(
  wanted: ReadonlyMap<string, readonly number[]> | undefined,
  { rows, values, present }: Grid,
  step: number,
  count: number,
): readonly Labels[] {
  return [...(wanted?.values() ?? [])].flatMap((candidates) => {
    let latest: number | undefined;
    for (const row of candidates) {
      if (present[row * count + step] !== 1) continue;
      const time = values[row * count + step] ?? 0;
      const before = latest === undefined ? -Infinity : (values[latest * count + step] ?? 0);
      if (latest !== undefined && time === before) {
        const [x, y] = [rows[latest], rows[row]].map((each) => printLabels(each?.labels ?? noLabels));
        throw executionError(`found duplicate series for info metric: existing ${x} @ ${before}, new ${y} @ ${time}`);
      }
      if (time > before) latest = row;
    }
    const labels = latest === undefined ? undefined : rows[latest]?.labels;
    return labels ? [labels] : [];
  });
}

/** Nothing where an info series is wanted and there is none. */
function withInfo(base: Labels, infos: readonly Labels[], data: readonly Matcher[]): Labels | undefined {
  if (infos.length === 0) return data.every(({ accepts }) => accepts("")) ? base : undefined;
  const added = new Map<string, string>();
  for (const [name, value] of infos.flatMap(({ pairs }) => pairs)) {
    if (name === metricName || (data.length > 0 && !data.some(({ label }) => label === name))) continue;
    const before = added.get(name);
    if (before !== undefined && before !== value) throw executionError(`conflicting label: ${name}`);
    if (labelValue(base, name) === "") added.set(name, value);
  }
  return labelsOf([...base.pairs, ...Array.from(added, (label): Label => label)]);
}
