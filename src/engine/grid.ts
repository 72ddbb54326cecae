import type { Budget } from "./budget.js";
import { sameLabelset } from "./error.js";
import type { Labels } from "./labels.js";

/** The times at which an expression is evaluated, in milliseconds since 1970. */
export interface Steps {
  readonly start: number;
  /** Not 0, even if there is one step only. */
  readonly step: number;
  readonly count: number;
}

/** A series of a result. */
export interface Row {
  readonly labels: Labels;
  /** Whether the metric's name is dropped at the end, where that is delayed. */
  readonly dropName: boolean;
}

/**
 * The series of an instant vector at all steps: row after row, a value for each step. A cell has a value where
 * `present` is 1. An expression owns the grid of its operand and may change it.
 */
export interface Grid {
  readonly rows: readonly Row[];
  readonly values: Float64Array;
  readonly present: Uint8Array;
}

/** A grid that is being filled. Its arrays are others after a row was begun. */
export interface GridBuilder {
  readonly values: Float64Array;
  readonly present: Uint8Array;
  /** Begins a row and returns where its cells begin. */
  readonly add: (row: Row) => number;
  /** Begins the row of these labels where there is none, and returns where its cells begin. */
  readonly find: (row: Row) => number;
  /** Writes a value; throws where the cell has one: two series have the same labels. */
  readonly put: (cell: number, value: number) => void;
  /** What was filled, without rows that have no value. */
  readonly finish: () => Grid;
}

/** Starts a grid with room for some rows of `count` steps; it grows where there are more. */
export function gridBuilder(expectedRows: number, count: number, budget: Budget): GridBuilder {
  const rows: Row[] = [];
  const cells = new Map<string, number>();
  let values = new Float64Array(0);
  let present = new Uint8Array(0);
  reserve(expectedRows);

  function reserve(wanted: number): void {
    budget.hold(wanted * count - values.length);
    const [before, were] = [values, present];
    values = new Float64Array(wanted * count);
    present = new Uint8Array(wanted * count);
    values.set(before);
    present.set(were);
  }

  function add(row: Row): number {
    const cell = rows.length * count;
    if (cell >= values.length) reserve(Math.max(8, rows.length * 2));
    rows.push(row);
    return cell;
  }

  return {
    get values() {
      return values;
    },
    get present() {
      return present;
    },
    add,
    find(row) {
      const known = cells.get(row.labels.key);
      if (known !== undefined) return known;
      const cell = add(row);
      cells.set(row.labels.key, cell);
      return cell;
    },
    put(cell, value) {
      if (present[cell] === 1) throw sameLabelset();
      values[cell] = value;
      present[cell] = 1;
    },
    finish: () => withoutEmptyRows({ rows, ...cellsOf({ values, present }, rows.length * count) }, count),
  };
}

/** A grid without series. */
export const emptyGrid: Grid = { rows: [], values: new Float64Array(0), present: new Uint8Array(0) };

/** A grid of one series that has a value at each step. */
export function singleRow(labels: Labels, values: Float64Array): Grid {
  return { rows: [{ labels, dropName: false }], values, present: new Uint8Array(values.length).fill(1) };
}

/** Whether a row of a grid has a value at any step. */
export function hasValues({ present }: Grid, row: number, count: number): boolean {
  const at = present.indexOf(1, row * count);
  return at !== -1 && at < (row + 1) * count;
}

/** A grid without the rows that have no value; the others move together. */
export function withoutEmptyRows(grid: Grid, count: number): Grid {
  const kept = Array.from(grid.rows.keys()).filter((row) => hasValues(grid, row, count));
  if (kept.length === grid.rows.length) return grid;
  kept.forEach((row, place) => moveRow(grid, row * count, place * count, count));
  return { rows: kept.flatMap((row) => grid.rows[row] ?? []), ...cellsOf(grid, kept.length * count) };
}

function cellsOf({ values, present }: Pick<Grid, "values" | "present">, length: number) {
  return { values: values.subarray(0, length), present: present.subarray(0, length) };
}

/**
 * Gives the rows of a grid other labels. Rows that become alike are one series; throws where two of them have a value
 * at one step.
 */
export function relabel(grid: Grid, count: number, relabelled: (row: Row) => Row): Grid {
  const rows: Row[] = [];
  const places = new Map<string, number>();
  for (const [k, before] of grid.rows.entries()) {
    const row = relabelled(before);
    const place = places.get(row.labels.key);
    if (place !== undefined) mergeRow(grid, k * count, place * count, count);
    else {
      moveRow(grid, k * count, rows.length * count, count);
      places.set(row.labels.key, rows.length);
      rows.push(row);
    }
  }
  return { rows, ...cellsOf(grid, rows.length * count) };
}

function moveRow({ values, present }: Grid, from: number, to: number, count: number): void {
  if (from === to) return;
  values.copyWithin(to, from, from + count);
  present.copyWithin(to, from, from + count);
}

function mergeRow({ values, present }: Grid, from: number, to: number, count: number): void {
  for (let step = 0; step < count; step++) {
    if (present[from + step] !== 1) continue;
    if (present[to + step] === 1) throw sameLabelset();
    values[to + step] = values[from + step] ?? 0;
    present[to + step] = 1;
  }
}

/** At which steps any of the series has a value. */
export function stepsWithValues({ rows, present }: Grid, count: number): Uint8Array {
  const found = new Uint8Array(count);
  for (let cell = 0; cell < rows.length * count; cell++) if (present[cell] === 1) found[cell % count] = 1;
  return found;
}
