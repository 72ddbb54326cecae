import type { Context } from "../context.js";
import { type Grid, gridBuilder, type Row, withoutEmptyRows } from "../grid.js";
import type { Signature } from "./binary.js";
import { signatureKey } from "./signature.js";

/** An operator between sets of series. */
export type SetOperator = "and" | "or" | "unless";

/**
 * `and` and `unless` keep series of the left side, `or` adds those of the right side that the left one lacks.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/operators/#logical-set-binary-operators
 */
export function joinSets(operator: SetOperator, left: Grid, right: Grid, by: Signature, context: Context): Grid {
  const { count } = context.steps;
  context.budget.work(left.values.length + right.values.length);
  if (operator === "or") return union(left, right, presence(left, by, count), by, context);
  const found = presence(right, by, count);
  const keeps = operator === "and" ? 1 : 0;
  for (const [row, { labels }] of left.rows.entries()) {
    const steps = found.get(signatureKey(labels, by));
    for (let step = 0; step < count; step++) {
      if ((steps?.[step] ?? 0) !== keeps) left.present[row * count + step] = 0;
    }
  }
  return withoutEmptyRows(left, count);
}

/** At which steps there is a series with a signature. */
function presence({ rows, present }: Grid, by: Signature, count: number): ReadonlyMap<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  for (const [row, { labels }] of rows.entries()) {
    const key = signatureKey(labels, by);
    const steps = found.get(key) ?? new Uint8Array(count);
    found.set(key, steps);
    for (let step = 0; step < count; step++) if (present[row * count + step] === 1) steps[step] = 1;
  }
  return found;
}

function union(left: Grid, right: Grid, there: ReadonlyMap<string, Uint8Array>, by: Signature, context: Context): Grid {
  const { count } = context.steps;
  const builder = gridBuilder(left.rows.length + right.rows.length, count, context.budget);
  const add = (grid: Grid, row: number, of: Row, isLeftOut: (step: number) => boolean) => {
    const cell = builder.find(of);
    for (let step = 0; step < count; step++) {
      if (grid.present[row * count + step] !== 1 || isLeftOut(step)) continue;
      builder.put(cell + step, grid.values[row * count + step] ?? 0);
    }
  };
  for (const [row, of] of left.rows.entries()) add(left, row, of, () => false);
  for (const [row, of] of right.rows.entries()) {
    const steps = there.get(signatureKey(of.labels, by));
    add(right, row, of, (step) => steps?.[step] === 1);
  }
  return builder.finish();
}
