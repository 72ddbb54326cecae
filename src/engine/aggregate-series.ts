import { stringArgument } from "../analysis/labels/string-argument.js";
import { metricName } from "../promql/labels.js";
import { formatNumber } from "../promql/numbers.js";
import { quote } from "../promql/strings.js";
import type { Aggregation } from "../syntax/ast.js";
import type { GroupLabels } from "./aggregate.js";
import { groupsOf } from "./aggregate.js";
import { shortNumber } from "../promql/numbers.js";
import { type Context, scalarOf, vectorOf } from "./context.js";
import { executionError } from "./error.js";
import { emptyGrid, type Grid, gridBuilder, withoutEmptyRows } from "./grid.js";
import { onlyLabels, withLabel, withoutLabels } from "./labels.js";
import { placeOf } from "./place.js";
import { topOf } from "./rank.js";
import { seriesHash } from "./series-hash.js";

/** `topk`, `bottomk`, `limitk`: some series of each group, as they are. */
export function ranked(
  { param, expr }: Aggregation,
  operator: "topk" | "bottomk" | "limitk",
  labelsOf: GroupLabels,
  context: Context,
): Grid {
  if (!param) throw executionError(`${operator} has no parameter`);
  const { count } = context.steps;
  const counts = scalarOf(param, context);
  checkCounts(counts);
  const grid = vectorOf(expr, context);
  const groups = groupsOf(grid, labelsOf, count);
  const kept = new Uint8Array(grid.present.length);
  const order: number[] = [];
  for (let step = 0; step < count; step++) {
    const wanted = Math.trunc(counts[step] ?? 0);
    context.budget.work(grid.rows.length);
    if (wanted < 1) continue;
    for (const { rows } of groups) {
      const there = rows.filter((row) => grid.present[row * count + step] === 1);
      const value = (row: number) => grid.values[row * count + step] ?? 0;
      const chosen = operator === "limitk" ? there.slice(0, wanted) : topOf(there, value, wanted, operator);
      for (const row of chosen) kept[row * count + step] = 1;
      if (count === 1) order.push(...chosen);
    }
  }
  grid.present.set(kept);
  return count === 1 ? inOrder(grid, order) : withoutEmptyRows(grid, count);
}

/** Without this the rows of an instant query would not stand in the order of their values. */
function inOrder({ rows, values }: Grid, order: readonly number[]): Grid {
  return {
    rows: order.flatMap((row) => rows[row] ?? []),
    values: Float64Array.from(order, (row) => values[row] ?? 0),
    present: new Uint8Array(order.length).fill(1),
  };
}

function checkCounts(counts: Float64Array): void {
  if (counts.some(Number.isNaN)) throw executionError("Parameter value is NaN");
  const [least, greatest] = [counts.reduce(lesser, Infinity), counts.reduce(greater, -Infinity)];
  if (greatest < 1) return;
  if (least <= -(2 ** 63)) throw executionError(`Scalar value ${shortNumber(least)} underflows int64`);
  if (greatest >= 2 ** 63) throw executionError(`Scalar value ${shortNumber(greatest)} overflows int64`);
}

function lesser(a: number, b: number): number {
  return Math.min(a, b);
}

function greater(a: number, b: number): number {
  return Math.max(a, b);
}

/**
 * `limit_ratio`: a share of the series, chosen by a hash of their labels; of a negative one the rest.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/operators/#limit_ratio
 */
export function limitRatio({ param, expr }: Aggregation, context: Context): Grid {
  if (!param) throw executionError("limit_ratio has no parameter");
  const { count } = context.steps;
  const ratios = scalarOf(param, context);
  if (ratios.some(Number.isNaN)) throw executionError("Ratio value is NaN");
  const grid = vectorOf(expr, context);
  for (const [extreme, to] of [
    [ratios.reduce(greater, -Infinity), 1],
    [ratios.reduce(lesser, Infinity), -1],
  ] as const) {
    if (extreme * to <= 1) continue;
    const text = `ratio value should be between -1 and 1, got ${shortNumber(extreme)}, capping to ${to}`;
    context.annotations.add("warning", text, placeOf(param));
  }
  for (const [row, { labels }] of grid.rows.entries()) {
    const place = seriesHash(labels);
    for (let step = 0; step < count; step++) {
      const ratio = Math.max(-1, Math.min(1, ratios[step] ?? 0));
      const keeps = ratio >= 0 ? place < ratio : place >= 1 + ratio;
      if (!keeps) grid.present[row * count + step] = 0;
    }
  }
  return withoutEmptyRows(grid, count);
}

/** `count_values`: how many series have each value, which becomes a label. */
export function countValues({ param, expr, grouping }: Aggregation, context: Context): Grid {
  const { count } = context.steps;
  const label = param && stringArgument(param)?.text;
  if (label === undefined) throw executionError("count_values has no parameter");
  if (label === "" || /\p{Surrogate}/u.test(label)) throw executionError(`invalid label name ${quote(label)}`);
  const grid = vectorOf(expr, context);
  const names = new Set(grouping?.labels.map(({ text }) => text));
  const isWithout = grouping?.mode.text === "without";
  names.add(isWithout ? metricName : label);
  const builder = gridBuilder(8, count, context.budget);
  for (const [row, { labels, dropName }] of grid.rows.entries()) {
    context.budget.work(count);
    for (let step = 0; step < count; step++) {
      if (grid.present[row * count + step] !== 1) continue;
      const valued = withLabel(labels, label, formatNumber(grid.values[row * count + step] ?? 0));
      const of = isWithout ? withoutLabels(valued, names) : onlyLabels(valued, names);
      const cell = builder.find({ labels: of, dropName: dropName && isWithout }) + step;
      builder.values[cell] = (builder.values[cell] ?? 0) + 1;
      builder.present[cell] = 1;
    }
  }
  return grid.rows.length === 0 ? emptyGrid : builder.finish();
}
