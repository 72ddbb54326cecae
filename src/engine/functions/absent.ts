import { withoutParens } from "../../analysis/without-parens.js";
import { metricName } from "../../promql/labels.js";
import type { Call, Expr, LabelMatcher } from "../../syntax/ast.js";
import { type Context, vectorOf } from "../context.js";
import { emptyGrid, type Grid, gridBuilder, stepsWithValues } from "../grid.js";
import { type Label, type Labels, labelsOf } from "../labels.js";
import { readArguments } from "../range-call.js";
import { windowsOf } from "../select-range.js";

/** `absent`: 1 at the steps at which no series has a value. */
export function absent({ args: [arg] }: Call, context: Context): Grid {
  if (!arg) return emptyGrid;
  return absentGrid(stepsWithValues(vectorOf(arg, context), context.steps.count), arg, context);
}

/** `absent_over_time`: 1 at the steps at which no series has a sample in the range. */
export function absentOverTime(call: Call, context: Context): Grid {
  const { vector } = readArguments(call, context);
  const [arg] = call.args;
  const found = new Uint8Array(context.steps.count);
  for (const series of vector.series) {
    let step = 0;
    for (const { from, to } of windowsOf(vector, series, context)) {
      if (from < to) found[step] = 1;
      step++;
    }
  }
  return arg ? absentGrid(found, arg, context) : emptyGrid;
}

function absentGrid(found: Uint8Array, arg: Expr, { steps, budget }: Context): Grid {
  const builder = gridBuilder(1, steps.count, budget);
  const cell = builder.add({ labels: absentLabels(arg), dropName: false });
  found.forEach((isFound, step) => {
    if (isFound === 0) builder.put(cell + step, 1);
  });
  return builder.finish();
}

/**
 * The labels that a selector fixes: those with one `=` matcher and no other after it.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/functions/#absent
 */
function absentLabels(arg: Expr): Labels {
  const labels = new Map<string, string>();
  const seen = new Set<string>();
  for (const { label, op, value } of selectorMatchers(arg)) {
    if (label.text === metricName) continue;
    if (op.text === "=" && !seen.has(label.text)) {
      labels.set(label.text, value);
      seen.add(label.text);
    } else labels.delete(label.text);
  }
  return labelsOf(Array.from(labels, (label): Label => label));
}

function selectorMatchers(arg: Expr): readonly LabelMatcher[] {
  const inner = withoutParens(arg);
  if (inner.kind === "RangeSelector") return inner.vector.matchers;
  return inner.kind === "VectorSelector" ? inner.matchers : [];
}
