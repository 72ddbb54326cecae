import type { Call } from "../../syntax/ast.js";
import { withoutParens } from "../../analysis/without-parens.js";
import { type Context, dropNames, scalarOf, timeOf, vectorOf } from "../context.js";
import { emptyGrid, type Grid, singleRow } from "../grid.js";
import { noLabels } from "../labels.js";
import { goMax, goMin } from "../operators/arithmetic.js";
import { selectInstant, stepSeconds } from "../select-instant.js";
import { mapValues } from "./math.js";

/** A number that is the same at each step. */
export function constant(of: (context: Context) => number) {
  return (_call: Call, context: Context): Float64Array => new Float64Array(context.steps.count).fill(of(context));
}

/** `time`: the time of each step in seconds since 1970. */
export function time(_call: Call, context: Context): Float64Array {
  return stepSeconds(context);
}

/** `min_of`, `max_of` */
export function leastOf({ args }: Call, context: Context): Float64Array {
  return ofTwo(args, context, goMin);
}

/** `max_of` */
export function greatestOf({ args }: Call, context: Context): Float64Array {
  return ofTwo(args, context, goMax);
}

function ofTwo(args: Call["args"], context: Context, choose: (a: number, b: number) => number): Float64Array {
  const [first, second] = args.map((arg) => scalarOf(arg, context));
  return Float64Array.from(first ?? [], (value, step) => choose(value, second?.[step] ?? NaN));
}

/** `scalar`: the value of the only series, `NaN` where there is none or more. */
export function scalar({ args: [arg] }: Call, context: Context): Float64Array {
  const { count } = context.steps;
  const { rows, values, present } = arg ? vectorOf(arg, context) : emptyGrid;
  const found = new Uint8Array(count);
  const result = new Float64Array(count).fill(NaN);
  for (let cell = 0; cell < rows.length * count; cell++) {
    if (present[cell] !== 1) continue;
    const step = cell % count;
    result[step] = found[step] === 0 ? (values[cell] ?? NaN) : NaN;
    found[step] = 1;
  }
  return result;
}

/** `vector`: a series without labels. */
export function vector({ args: [arg] }: Call, context: Context): Grid {
  return arg ? singleRow(noLabels, scalarOf(arg, context)) : emptyGrid;
}

/** `timestamp`: of a selector the times of its samples, of anything else those of the steps; in seconds. */
export function timestamp({ args: [arg] }: Call, context: Context): Grid {
  if (!arg) return emptyGrid;
  const inner = withoutParens(arg);
  if (inner.kind === "VectorSelector" && inner.extension?.text !== "smoothed") {
    const grid = selectInstant(inner, context, "time");
    mapValues(grid, context.steps.count, (milliseconds) => milliseconds / 1000);
    return dropNames(grid, context);
  }
  const grid = vectorOf(arg, context);
  mapValues(grid, context.steps.count, (_, step) => timeOf(context.steps, step) / 1000);
  return dropNames(grid, context);
}

/** A function of native histograms, and of what only servers with start timestamps know: it has nothing for numbers. */
export function nothing({ args }: Call, context: Context): Grid {
  const [arg] = args;
  if (arg) vectorOf(arg, context);
  return emptyGrid;
}
