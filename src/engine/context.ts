import type { Expr } from "../syntax/ast.js";
import type { Annotations } from "./annotations.js";
import type { Budget } from "./budget.js";
import { executionError } from "./error.js";
import { type Grid, hasValues, relabel, type Steps } from "./grid.js";
import { withoutName } from "./labels.js";
import type { Storage } from "./storage.js";
import { sameLabelset } from "./error.js";
import type { Value } from "./value.js";

/** What an expression is evaluated with. */
export interface Context {
  readonly storage: Storage;
  /** The steps of the query, or of the subquery around the expression. */
  readonly steps: Steps;
  /** The range and step of the query as a whole, in milliseconds; the step of an instant query is 0. */
  readonly query: { readonly start: number; readonly end: number; readonly step: number };
  readonly settings: Settings;
  readonly budget: Budget;
  readonly annotations: Annotations;
  /** Evaluates an expression that is no range vector. */
  readonly evaluate: (expr: Expr, context: Context) => Value;
}

/** How the server is set up that the engine stands for. Times are in milliseconds. */
export interface Settings {
  readonly lookback: number;
  readonly subqueryStep: number;
  readonly delayedNameRemoval: boolean;
  readonly typeAndUnitLabels: boolean;
}

/** The time of a step in milliseconds since 1970. */
export function timeOf({ start, step }: Steps, index: number): number {
  return start + index * step;
}

/** Evaluates an expression that is an instant vector. */
export function vectorOf(expr: Expr, context: Context): Grid {
  const value = context.evaluate(expr, context);
  if (value.kind !== "vector") throw executionError(`expected an instant vector, got a ${value.kind}`);
  return value.grid;
}

/** Evaluates an expression that is a scalar: a number for each step. */
export function scalarOf(expr: Expr, context: Context): Float64Array {
  const value = context.evaluate(expr, context);
  if (value.kind !== "scalar") throw executionError(`expected a scalar, got a ${value.kind}`);
  return value.values;
}

/**
 * Drops the metrics' names, now or, where that is delayed, at the end. Throws where two series then have the same
 * labels and a value at one step.
 */
export function dropNames(grid: Grid, { steps, settings }: Context): Grid {
  if (settings.delayedNameRemoval) {
    return { ...grid, rows: grid.rows.map(({ labels }) => ({ labels, dropName: true })) };
  }
  return relabel(grid, steps.count, ({ labels, dropName }) => ({ labels: withoutName(labels), dropName }));
}

/** The same, but no two series may have the same labels, whether or not at one step. */
export function dropNamesOfAll(grid: Grid, context: Context): Grid {
  const { count } = context.steps;
  if (!context.settings.delayedNameRemoval) {
    const keys = grid.rows.flatMap(({ labels }, row) => (hasValues(grid, row, count) ? withoutName(labels).key : []));
    if (new Set(keys).size < keys.length) throw sameLabelset();
  }
  return dropNames(grid, context);
}
