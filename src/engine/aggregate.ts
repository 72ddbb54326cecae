import type { AggregatorName } from "../promql/aggregators.js";
import { metricName } from "../promql/labels.js";
import type { Aggregation, Grouping } from "../syntax/ast.js";
import { type Accumulator, accumulators } from "./aggregate-values.js";
import { countValues, limitRatio, ranked } from "./aggregate-series.js";
import { type Context, scalarOf, vectorOf } from "./context.js";
import { executionError } from "./error.js";
import { type Grid, gridBuilder, type Row } from "./grid.js";
import { type Labels, noLabels, onlyLabels, withoutLabels } from "./labels.js";
import { placeOf } from "./place.js";
import { quantileOf, warnOfQuantile } from "./quantile.js";

/** The labels of an aggregated series. */
export type GroupLabels = (labels: Labels) => Labels;

/** The series of a group, as rows of the operand. */
export interface RowGroup extends Row {
  readonly rows: number[];
}

/**
 * Evaluates an aggregation at all steps.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/operators/#aggregation-operators
 */
export function evaluateAggregation(node: Aggregation, context: Context): Grid {
  const labelsOf = groupLabels(node.grouping);
  const operator: AggregatorName = node.op.text;
  switch (operator) {
    case "avg":
    case "count":
    case "group":
    case "max":
    case "min":
    case "stddev":
    case "stdvar":
    case "sum":
      return accumulated(vectorOf(node.expr, context), labelsOf, accumulators[operator], context);
    case "quantile":
      return quantile(node, labelsOf, context);
    case "count_values":
      return countValues(node, context);
    case "bottomk":
    case "topk":
    case "limitk":
      return ranked(node, operator, labelsOf, context);
    case "limit_ratio":
      return limitRatio(node, context);
  }
}

function groupLabels(grouping: Grouping | undefined): GroupLabels {
  const names = new Set(grouping?.labels.map(({ text }) => text));
  if (grouping?.mode.text === "without") {
    names.add(metricName);
    return (labels) => withoutLabels(labels, names);
  }
  return names.size === 0 ? () => noLabels : (labels) => onlyLabels(labels, names);
}

/** The groups of the rows, in the order of their first ones. */
export function groupsOf(grid: Grid, labelsOf: GroupLabels, count: number): readonly RowGroup[] {
  const groups = new Map<string, { labels: Labels; rows: number[] }>();
  for (const [row, { labels }] of grid.rows.entries()) {
    const of = labelsOf(labels);
    const group = groups.get(of.key) ?? { labels: of, rows: [] };
    groups.set(of.key, group);
    group.rows.push(row);
  }
  const dropsAny = grid.rows.some(({ dropName }) => dropName);
  return [...groups.values()].map((group) => ({ ...group, dropName: dropsAny && dropsName(group.rows, grid, count) }));
}

/** Whether any of the rows that have a value at the last step with one drops the metric's name, as in Prometheus. */
function dropsName(group: readonly number[], { rows, present }: Grid, count: number): boolean {
  for (let step = count - 1; step >= 0; step--) {
    const there = group.filter((row) => present[row * count + step] === 1);
    if (there.length > 0) return there.some((row) => rows[row]?.dropName);
  }
  return false;
}

function accumulated(
  grid: Grid,
  labelsOf: GroupLabels,
  start: (cells: number) => Accumulator,
  { steps: { count }, budget }: Context,
): Grid {
  const groups = groupsOf(grid, labelsOf, count);
  const builder = gridBuilder(groups.length, count, budget);
  budget.work(grid.values.length);
  for (const group of groups) {
    const cell = builder.add(group);
    const accumulator = start(count);
    for (const row of group.rows) {
      for (let step = 0; step < count; step++) {
        const from = row * count + step;
        if (grid.present[from] === 1) accumulator.add(step, grid.values[from] ?? 0);
      }
    }
    for (let step = 0; step < count; step++) {
      const result = accumulator.result(step);
      if (result !== undefined) builder.put(cell + step, result);
    }
  }
  return builder.finish();
}

function quantile({ param, expr }: Aggregation, labelsOf: GroupLabels, context: Context): Grid {
  if (!param) throw executionError("quantile has no parameter");
  const { count } = context.steps;
  const quantiles = scalarOf(param, context);
  const grid = vectorOf(expr, context);
  for (const value of worstOf(quantiles)) warnOfQuantile(context.annotations, value, placeOf(param));
  const groups = groupsOf(grid, labelsOf, count);
  const builder = gridBuilder(groups.length, count, context.budget);
  for (const group of groups) {
    const cell = builder.add(group);
    for (let step = 0; step < count; step++) {
      const there = group.rows.filter((row) => grid.present[row * count + step] === 1);
      context.budget.work(group.rows.length);
      if (there.length === 0) continue;
      const values = Float64Array.from(there, (row) => grid.values[row * count + step] ?? 0);
      builder.put(cell + step, quantileOf(quantiles[step] ?? NaN, values));
    }
  }
  return builder.finish();
}

/** `NaN` where it is among the quantiles, and the worst of those beyond each end. */
function worstOf(quantiles: Float64Array): readonly number[] {
  const wrong = quantiles.filter((value) => !(value >= 0 && value <= 1)).sort();
  const numbers = wrong.filter((value) => !Number.isNaN(value));
  const [least = 0, greatest = 0] = [numbers[0], numbers.at(-1)];
  return [...(numbers.length < wrong.length ? [NaN] : []), Math.max(0, greatest), Math.min(0, least)];
}
