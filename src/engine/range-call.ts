import { metricName } from "../promql/labels.js";
import { quote } from "../promql/strings.js";
import type { Call, Expr, RangeSelector, Subquery } from "../syntax/ast.js";
import type { Span } from "../syntax/problem.js";
import { type Context, dropNamesOfAll, scalarOf } from "./context.js";
import { executionError } from "./error.js";
import { type Grid, gridBuilder } from "./grid.js";
import { labelValue } from "./labels.js";
import { placeOf } from "./place.js";
import { type RangeSeries, type RangeVector, selectRange, type Window, windowsOf } from "./select-range.js";
import { withoutParens } from "../analysis/without-parens.js";

/** What a function of a range vector knows besides the windows. */
export interface RangeCall {
  readonly context: Context;
  readonly vector: RangeVector;
  /** The scalars among its arguments: a number for each step. */
  readonly scalars: readonly Float64Array[];
  /** Where its arguments stand, for annotations. */
  readonly spans: readonly Span[];
}

/**
 * A function of a range vector, made ready for one series. It gives the value of a window at a step, or nothing.
 * It is called for windows with at least one sample, in the order of the steps.
 */
export type RangeFunction = (
  call: RangeCall,
  series: RangeSeries,
) => (window: Window, step: number) => number | undefined;

/** Evaluates a function of a range vector at all steps. */
export function callOverRange(node: Call, context: Context, prepare: RangeFunction, keepsName: boolean): Grid {
  const { budget, steps } = context;
  const call = readArguments(node, context);
  checkExtension(node.name.text, call.vector.extension);
  const { vector } = call;
  const builder = gridBuilder(vector.series.length, steps.count, budget);
  for (const series of vector.series) {
    const cell = builder.add({ labels: series.labels, dropName: series.dropName });
    if (fillRow(prepare(call, series), call, series, builder, cell)) warnOfGauge(node, series, context);
  }
  const grid = builder.finish();
  return keepsName ? grid : dropNamesOfAll(grid, context);
}

/** Evaluates the arguments of a function of a range vector. */
export function readArguments(node: Call, context: Context): RangeCall {
  const range = node.args.map(asRange).find((arg) => arg !== undefined);
  if (!range) throw executionError(`${node.name.text} needs a range vector`);
  const scalars = node.args.filter((arg) => !asRange(arg)).map((arg) => scalarOf(arg, context));
  const vector = selectRange(range, context);
  return { context, vector, scalars, spans: node.args.map(placeOf) };
}

function asRange(expr: Expr): RangeSelector | Subquery | undefined {
  const inner = withoutParens(expr);
  return inner.kind === "RangeSelector" || inner.kind === "Subquery" ? inner : undefined;
}

/** Returns whether any step has a value. */
function fillRow(
  evaluate: ReturnType<RangeFunction>,
  { context, vector }: RangeCall,
  series: RangeSeries,
  { values, present }: Pick<Grid, "values" | "present">,
  cell: number,
): boolean {
  let found = false;
  let step = 0;
  for (const window of windowsOf(vector, series, context)) {
    const at = step++;
    if (window.from >= window.to) continue;
    context.budget.work(window.to - window.from);
    const value = evaluate(window, at);
    if (value === undefined) continue;
    values[cell + at] = value;
    present[cell + at] = 1;
    found = true;
  }
  return found;
}

/** Source: https://prometheus.io/docs/prometheus/latest/feature_flags/#extended-range-selectors */
const extensible: Readonly<Record<"anchored" | "smoothed", readonly string[]>> = {
  anchored: ["changes", "delta", "increase", "rate", "resets"],
  smoothed: ["delta", "increase", "rate"],
};

function checkExtension(name: string, extension: RangeVector["extension"]): void {
  if (!extension || extensible[extension].includes(name)) return;
  const allowed = extensible[extension].join(", ");
  throw executionError(`${extension} modifier can only be used with: ${allowed} - not with ${name}`);
}

/** The name of a counter ends in a way that tells so. */
function warnOfGauge({ name, args }: Call, { labels }: RangeSeries, { annotations, settings }: Context): void {
  if (name.text !== "rate" && name.text !== "increase") return;
  const metric = labelValue(labels, metricName);
  const [arg] = args;
  if (metric === "" || !arg) return;
  const at = placeOf(arg);
  if (settings.typeAndUnitLabels) {
    const type = labelValue(labels, "__type__");
    if (type === "counter" || type === "histogram") return;
    const text = 'metric might not be a counter, __type__ label is not set to "counter" or "histogram"';
    annotations.add("info", `${text}, got ${quote(type)}: ${quote(metric)}`, at);
  } else if (!/_(?:total|sum|count|bucket)$/.test(metric)) {
    const text = "metric might not be a counter, name does not end in _total/_sum/_count/_bucket";
    annotations.add("info", `${text}: ${quote(metric)}`, at);
  }
}
