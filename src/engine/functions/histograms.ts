import { stringArgument } from "../../analysis/labels/string-argument.js";
import { metricName } from "../../promql/labels.js";
import { quote } from "../../promql/strings.js";
import type { Call, Expr } from "../../syntax/ast.js";
import { metricNumber } from "../../promql/numbers.js";
import { type Context, dropNames, scalarOf, timeOf, vectorOf } from "../context.js";
import { emptyGrid, type Grid, gridBuilder } from "../grid.js";
import { type Labels, labelValue, withLabel, withoutLabels } from "../labels.js";
import { placeOf } from "../place.js";
import { warnOfQuantile } from "../quantile.js";
import { type Bucket, bucketFraction, bucketQuantile, parseBound } from "./buckets.js";

/** `histogram_quantile` */
export function histogramQuantile({ args: [quantile, vector] }: Call, context: Context): Grid {
  if (!quantile || !vector) return emptyGrid;
  const quantiles = scalarOf(quantile, context);
  const grid = vectorOf(vector, context);
  for (const value of quantiles) warnOfQuantile(context.annotations, value, placeOf(quantile));
  return ofHistograms(grid, vector, context, (buckets, step, labels, put) => {
    put(labels, quantileAt(quantiles[step] ?? NaN, buckets, { labels, step, vector, context }));
  });
}

/** `histogram_quantiles`: a series for each quantile, told apart by a label. */
export function histogramQuantiles({ args: [vector, label, ...wanted] }: Call, context: Context): Grid {
  if (!vector || !label) return emptyGrid;
  const name = stringArgument(label)?.text ?? "";
  const quantiles = wanted.map((arg) => scalarOf(arg, context));
  const grid = vectorOf(vector, context);
  for (const [k, values] of quantiles.entries()) {
    for (const value of values) warnOfQuantile(context.annotations, value, placeOf(wanted[k] ?? vector));
  }
  return ofHistograms(grid, vector, context, (buckets, step, labels, put) => {
    for (const values of quantiles) {
      const quantile = values[step] ?? NaN;
      const result = quantileAt(quantile, buckets, { labels, step, vector, context });
      put(withLabel(labels, name, metricNumber(quantile)), result);
    }
  });
}

/** `histogram_fraction` */
export function histogramFraction({ args: [lower, upper, vector] }: Call, context: Context): Grid {
  if (!lower || !upper || !vector) return emptyGrid;
  const [from, to] = [scalarOf(lower, context), scalarOf(upper, context)];
  return ofHistograms(vectorOf(vector, context), vector, context, (buckets, step, labels, put) => {
    put(labels, bucketFraction(from[step] ?? NaN, to[step] ?? NaN, buckets));
  });
}

interface Place {
  readonly labels: Labels;
  readonly step: number;
  readonly vector: Expr;
  readonly context: Context;
}

function quantileAt(quantile: number, buckets: readonly Bucket[], { labels, step, vector, context }: Place): number {
  const { value, raised } = bucketQuantile(quantile, buckets);
  if (raised) {
    const named = nameSuffix(labels, context);
    const text = `input to histogram_quantile needed to be fixed for monotonicity (see ${help})${named}`;
    context.annotations.addRaised(text, placeOf(vector), { ...raised, time: timeOf(context.steps, step) });
  }
  return value;
}

const help = "https://prometheus.io/docs/prometheus/latest/querying/functions/#histogram_quantile";

/** Evaluates something for each classic histogram at each step at which it has buckets. */
function ofHistograms(
  grid: Grid,
  vector: Expr,
  context: Context,
  evaluate: (
    buckets: readonly Bucket[],
    step: number,
    labels: Labels,
    put: (labels: Labels, value: number) => void,
  ) => void,
): Grid {
  const { count } = context.steps;
  const histograms = [...histogramsOf(grid, vector, context).values()];
  const builder = gridBuilder(histograms.length, count, context.budget);
  for (const { labels, rows } of histograms) {
    rows.sort((a, b) => a.bound - b.bound);
    for (let step = 0; step < count; step++) {
      const there = rows.filter(({ row }) => grid.present[row * count + step] === 1);
      if (there.length === 0) continue;
      context.budget.work(there.length);
      const buckets = there.map(({ bound, row }) => ({ bound, count: grid.values[row * count + step] ?? 0 }));
      evaluate(buckets, step, labels, (result, value) => {
        builder.put(builder.find({ labels: result, dropName: false }) + step, value);
      });
    }
  }
  return dropNames(builder.finish(), context);
}

interface Histogram {
  readonly labels: Labels;
  readonly rows: { readonly row: number; readonly bound: number }[];
}

/** Which rows are the buckets of one histogram: those that differ in `le` alone. */
function histogramsOf({ rows }: Grid, vector: Expr, context: Context): ReadonlyMap<string, Histogram> {
  const histograms = new Map<string, Histogram>();
  for (const [row, { labels }] of rows.entries()) {
    const le = labelValue(labels, "le");
    const bound = parseBound(le);
    if (bound === undefined) {
      const text = `bucket label "le" is missing or has a malformed value of ${quote(le)}${nameSuffix(labels, context)}`;
      context.annotations.add("warning", text, placeOf(vector));
      continue;
    }
    const rest = withoutLabels(labels, bucketLabel);
    const histogram = histograms.get(rest.key) ?? { labels: rest, rows: [] };
    histograms.set(rest.key, histogram);
    histogram.rows.push({ row, bound });
  }
  return histograms;
}

const bucketLabel: ReadonlySet<string> = new Set(["le"]);

/** Names that are not dropped late may be gone already, so that none is told. */
function nameSuffix(labels: Labels, { settings }: Context): string {
  const name = settings.delayedNameRemoval ? labelValue(labels, metricName) : "";
  return name === "" ? "" : ` for metric name ${quote(name)}`;
}
