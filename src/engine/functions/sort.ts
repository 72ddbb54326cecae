import { stringArgument } from "../../analysis/labels/string-argument.js";
import { compareCodePoints } from "../../promql/code-points.js";
import type { Call } from "../../syntax/ast.js";
import { type Context, vectorOf } from "../context.js";
import { emptyGrid, type Grid, type Row } from "../grid.js";
import { compareLabels, labelValue } from "../labels.js";

/** `sort`, `sort_desc`: by value, `NaN` last. */
export function sortByValue(direction: 1 | -1) {
  return (call: Call, context: Context): Grid => {
    return sorted(call, context, (a, b) => {
      const [invalidA, invalidB] = [Number.isNaN(a.value), Number.isNaN(b.value)];
      if (invalidA || invalidB) return Number(invalidA) - Number(invalidB);
      return direction * (a.value === b.value ? 0 : a.value < b.value ? -1 : 1);
    });
  };
}

/**
 * `sort_by_label`, `sort_by_label_desc`: by the values of some labels, digits in them as numbers, then by all labels.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/functions/#sort_by_label
 */
export function sortByLabel(direction: 1 | -1) {
  return (call: Call, context: Context): Grid => {
    const names = call.args.slice(1).map((arg) => stringArgument(arg)?.text ?? "");
    return sorted(call, context, ({ row: a }, { row: b }) => {
      for (const name of names) {
        const order = compareNaturally(labelValue(a.labels, name), labelValue(b.labels, name));
        if (order !== 0) return direction * order;
      }
      return direction * compareLabels(a.labels, b.labels);
    });
  };
}

interface Sortable {
  readonly row: Row;
  readonly value: number;
}

/** A range query orders its series by labels, whatever is done here. */
function sorted({ args: [arg], span }: Call, context: Context, compare: (a: Sortable, b: Sortable) => number): Grid {
  const grid = arg ? vectorOf(arg, context) : emptyGrid;
  if (context.steps.count > 1) {
    const text = "sort is ineffective for range queries since results are always ordered by labels";
    context.annotations.add("warning", text, span);
    return grid;
  }
  const rows = grid.rows.map((row, k) => ({ row, value: grid.values[k] ?? NaN })).sort(compare);
  return {
    rows: rows.map(({ row }) => row),
    values: Float64Array.from(rows, ({ value }) => value),
    present: grid.present,
  };
}

/** Runs of digits are compared as numbers: `node-2` stands before `node-10`. */
function compareNaturally(a: string, b: string): number {
  if (a === b) return 0;
  const [left, right] = [a, b].map((text) => text.match(/\d+|\D+/g) ?? []);
  for (const [k, part] of (left ?? []).entries()) {
    const other = right?.[k];
    if (other === undefined) return 1;
    if (part === other) continue;
    const [x, y] = [Number(part), Number(other)];
    const areNumbers = /^\d/.test(part) && /^\d/.test(other);
    if (areNumbers && x !== y) return x - y;
    if (!areNumbers) return compareCodePoints(part, other);
  }
  return (left?.length ?? 0) < (right?.length ?? 0) ? -1 : 1;
}
