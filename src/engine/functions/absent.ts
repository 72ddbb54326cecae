import { withoutParens } from "../../analysis/without-parens.js";
import { metricName } from "../../promql/labels.js";
import type { Call, Expr } from "../../syntax/ast.js";
import { type Context, vectorOf } from "../context.js";
import { emptyGrid, type Grid, gridBuilder, stepsWithValues } from "../grid.js";
import { type Label, type Labels, labelsOf } from "../labels.js";
import { type Matcher, matchersOf } from "../matchers.js";
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
 * The labels that a selector fixes: those with one `=` matcher and no other after it. Where a label must be there, a
 * storage puts matchers that only take series away at the end.
 * Sources: https://prometheus.io/docs/prometheus/latest/querying/functions/#absent,
 * https://github.com/prometheus/prometheus/blob/main/tsdb/querier.go (`PostingsForMatchers`)
 */
function absentLabels(arg: Expr): Labels {
  const labels = new Map<string, string>();
  const seen = new Set<string>();
  const matchers = matchersIn(arg).filter(({ label }) => label !== metricName);
  const required = new Set(matchers.filter(({ accepts }) => !accepts("")).map(({ label }) => label));
  const isLast = ({ label, op, accepts }: Matcher) => required.has(label) && op.startsWith("!") && accepts("");
  const inOrder = [...matchers.filter((each) => !isLast(each)), ...matchers.filter(isLast)];
  for (const { label, op, value } of inOrder) {
    if (op === "=" && !seen.has(label)) {
      labels.set(label, value);
      seen.add(label);
    } else labels.delete(label);
  }
  return labelsOf(Array.from(labels, (label): Label => label));
}

function matchersIn(arg: Expr): readonly Matcher[] {
  const inner = withoutParens(arg);
  if (inner.kind === "RangeSelector") return matchersOf(inner.vector);
  return inner.kind === "VectorSelector" ? matchersOf(inner) : [];
}
