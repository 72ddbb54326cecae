import type { Call } from "../../syntax/ast.js";
import { type Context, dropNames, scalarOf, vectorOf } from "../context.js";
import { emptyGrid, type Grid, withoutEmptyRows } from "../grid.js";
import { goMax, goMin } from "../operators/arithmetic.js";

/** Changes each value of a grid. */
export function mapValues(grid: Grid, count: number, change: (value: number, step: number) => number): void {
  const { values, present } = grid;
  for (let cell = 0; cell < values.length; cell++) {
    if (present[cell] === 1) values[cell] = change(values[cell] ?? 0, cell % count);
  }
}

/** A function of each number, which drops the name: `abs`, `ln`, `sin`. */
export function eachNumber(change: (value: number) => number) {
  return ({ args: [arg] }: Call, context: Context): Grid => {
    const grid = arg ? vectorOf(arg, context) : emptyGrid;
    mapValues(grid, context.steps.count, change);
    return dropNames(grid, context);
  };
}

/** `round`: to the nearest multiple, halves up. */
export function round({ args: [arg, nearest] }: Call, context: Context): Grid {
  const multiples = nearest && scalarOf(nearest, context);
  const grid = arg ? vectorOf(arg, context) : emptyGrid;
  mapValues(grid, context.steps.count, (value, step) => {
    const inverse = 1 / (multiples?.[step] ?? 1);
    return Math.floor(value * inverse + 0.5) / inverse;
  });
  return dropNames(grid, context);
}

/** `clamp`, `clamp_min`, `clamp_max`; nothing at a step whose least value is above the greatest. */
export function clamp(bounds: "both" | "least" | "greatest") {
  return ({ args: [arg, first, second] }: Call, context: Context): Grid => {
    const [a, b] = [first, second].map((bound) => bound && scalarOf(bound, context));
    const grid = arg ? vectorOf(arg, context) : emptyGrid;
    const { count } = context.steps;
    const least = (step: number) => (bounds === "greatest" ? -Infinity : (a?.[step] ?? NaN));
    const greatest = (step: number) => (bounds === "least" ? Infinity : ((bounds === "both" ? b : a)?.[step] ?? NaN));
    mapValues(grid, count, (value, step) => goMax(least(step), goMin(greatest(step), value)));
    for (let cell = 0; cell < grid.present.length; cell++) {
      if (greatest(cell % count) < least(cell % count)) grid.present[cell] = 0;
    }
    return dropNames(withoutEmptyRows(grid, count), context);
  };
}

/** `sgn` */
export function sign(value: number): number {
  return value < 0 ? -1 : value > 0 ? 1 : value;
}
