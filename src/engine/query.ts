import { valueType } from "../analysis/value-type.js";
import { withoutParens } from "../analysis/without-parens.js";
import { verdict } from "../check/verdict.js";
import { features } from "../promql/features.js";
import { typeInWords } from "../promql/value-types.js";
import type { Expr } from "../syntax/ast.js";
import { parse } from "../syntax/parse.js";
import { createAnnotations } from "./annotations.js";
import { createBudget, type Limits } from "./budget.js";
import type { Context } from "./context.js";
import { EngineError, sameLabelset } from "./error.js";
import { evaluate } from "./evaluate.js";
import { type Grid, relabel, type Steps } from "./grid.js";
import { compareLabels, type Labels, withoutName } from "./labels.js";
import { rawSamples } from "./raw-samples.js";
import type { Answer, Evaluated, MatrixSeries, Result, ResultLabels } from "./result.js";
import type { Storage } from "./storage.js";
import type { Value } from "./value.js";

/** How a query is evaluated. */
export interface QueryOptions extends Limits {
  /** How many seconds a sample counts at most; 300 without it. */
  readonly lookback?: number;
  /** The step in seconds of subqueries that name none; 60 without it. */
  readonly subqueryStep?: number;
  /** As with the feature flag `promql-delayed-name-removal`: metrics' names are dropped at the end. */
  readonly delayedNameRemoval?: boolean;
  /** As with the feature flag `type-and-unit-labels`: the label `__type__` tells what a counter is. */
  readonly typeAndUnitLabels?: boolean;
}

/**
 * Evaluates a query at a time in seconds since 1970, as Prometheus 3.14 does with every feature flag for syntax on.
 * Never throws: a query without a result is answered with the reason.
 */
export function instantQuery(storage: Storage, query: string, time: number, options: QueryOptions = {}): Answer {
  return attempt(() => evaluateAt(storage, query, time, options));
}

function evaluateAt(storage: Storage, query: string, time: number, options: QueryOptions): Evaluated {
  const at = Math.round(time * 1000);
  const expr = readQuery(query);
  const bounds = { start: at, end: at, step: 0 };
  const context = contextOf(storage, query, bounds, { start: at, step: 1, count: 1 }, options);
  const inner = withoutParens(expr);
  const result: Result =
    inner.kind === "RangeSelector" || inner.kind === "Subquery"
      ? { type: "matrix", series: rawSamples(inner, context) }
      : instantResult(evaluate(expr, context), context);
  return answerOf(result, context);
}

/**
 * Evaluates a query at each step of a range; times and the step are in seconds. Never throws: a query without a
 * result is answered with the reason.
 */
export function rangeQuery(
  storage: Storage,
  query: string,
  start: number,
  end: number,
  step: number,
  options: QueryOptions = {},
): Answer {
  return attempt(() => evaluateOver(storage, query, { start, end, step }, options));
}

function attempt(evaluate: () => Evaluated): Answer {
  try {
    return evaluate();
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return { error: { kind: error.kind, message: error.message } };
  }
}

/** In seconds. */
interface Range {
  readonly start: number;
  readonly end: number;
  readonly step: number;
}

function evaluateOver(storage: Storage, query: string, range: Range, options: QueryOptions): Evaluated {
  const expr = readQuery(query);
  checkRangeType(expr);
  const steps = stepsOf(range, options.maxPoints ?? defaultMaxPoints);
  const bounds = { start: steps.start, end: Math.round(range.end * 1000), step: steps.step };
  const context = contextOf(storage, query, bounds, steps, options);
  const value = evaluate(expr, context);
  if (value.kind === "string") throw new EngineError("query", "a range query has no string as result");
  return answerOf({ type: "matrix", series: matrixOf(value, context) }, context);
}

function readQuery(query: string): Expr {
  const parsed = parse(query);
  const target = { version: "3.14", features };
  const [problem] = verdict(parsed, { target }).filter(
    ({ severity, evaluation }) => severity === "error" && !evaluation,
  );
  if (problem) throw new EngineError("query", problem.prometheus ?? problem.message);
  if (!parsed.expr) throw new EngineError("query", "there is no query");
  return parsed.expr;
}

/** How many steps a range query may have where the caller does not say: as many as in Prometheus. */
const defaultMaxPoints = 11_000;

function checkRangeType(expr: Expr): void {
  const type = valueType(expr);
  if (type === "scalar" || type === "vector" || type === "unknown") return;
  const message = `invalid expression type "${typeInWords(type)}" for range query, must be Scalar or instant Vector`;
  throw new EngineError("query", message);
}

function stepsOf({ start, end, step }: Range, maxPoints: number): Steps {
  if (!(step > 0)) {
    throw new EngineError(
      "query",
      "zero or negative query resolution step widths are not accepted. Try a positive integer",
    );
  }
  if (!(end >= start)) throw new EngineError("query", "end timestamp must not be before start time");
  const [from, to, width] = [start, end, step].map((seconds) => Math.round(seconds * 1000));
  const steps = { start: from ?? 0, step: width || 1, count: Math.floor(((to ?? 0) - (from ?? 0)) / (width || 1)) + 1 };
  if (!(steps.count <= maxPoints)) {
    const message = `exceeded maximum resolution of ${maxPoints} points per timeseries. Try a longer step`;
    throw new EngineError("limit", message);
  }
  return steps;
}

function contextOf(
  storage: Storage,
  query: string,
  bounds: Context["query"],
  steps: Steps,
  { lookback = 300, subqueryStep = 60, delayedNameRemoval = false, typeAndUnitLabels = false, ...limits }: QueryOptions,
): Context {
  return {
    storage,
    steps,
    query: bounds,
    settings: { lookback: lookback * 1000, subqueryStep: subqueryStep * 1000, delayedNameRemoval, typeAndUnitLabels },
    budget: createBudget(limits),
    annotations: createAnnotations(query),
    evaluate,
  };
}

function answerOf(result: Result, { annotations }: Context): Evaluated {
  return { result, warnings: annotations.list("warning"), infos: annotations.list("info") };
}

function instantResult(value: Value, { steps, query }: Context): Result {
  const time = query.start / 1000;
  switch (value.kind) {
    case "scalar":
      return { type: "scalar", sample: { time, value: value.values[0] ?? NaN } };
    case "string":
      return { type: "string", time, text: value.text };
    case "vector": {
      const { rows, values, present } = withFinalNames(value.grid, steps.count);
      const series = rows.flatMap(({ labels }, row) =>
        present[row] === 1 ? { labels: recordOf(labels), sample: { time, value: values[row] ?? 0 } } : [],
      );
      const keys = rows.flatMap(({ labels }, row) => (present[row] === 1 ? labels.key : []));
      if (new Set(keys).size < keys.length) throw sameLabelset();
      return { type: "vector", series };
    }
  }
}

/** Series are sorted by their labels. */
function matrixOf(value: Exclude<Value, { kind: "string" }>, { steps }: Context): readonly MatrixSeries[] {
  const seconds = (step: number) => (steps.start + step * steps.step) / 1000;
  if (value.kind === "scalar") {
    return [{ labels: {}, samples: Array.from(value.values, (each, step) => ({ time: seconds(step), value: each })) }];
  }
  const { rows, values, present } = withFinalNames(value.grid, steps.count);
  const series = rows.map(({ labels }, row) => {
    const samples = [];
    for (let step = 0; step < steps.count; step++) {
      const cell = row * steps.count + step;
      if (present[cell] === 1) samples.push({ time: seconds(step), value: values[cell] ?? 0 });
    }
    return { labels, samples };
  });
  return series
    .filter(({ samples }) => samples.length > 0)
    .sort((a, b) => compareLabels(a.labels, b.labels))
    .map(({ labels, samples }) => ({ labels: recordOf(labels), samples }));
}

/** Drops the names that were marked to be dropped. */
function withFinalNames(grid: Grid, count: number): Grid {
  return relabel(grid, count, ({ labels, dropName }) => ({
    labels: dropName ? withoutName(labels) : labels,
    dropName,
  }));
}

function recordOf({ pairs }: Labels): ResultLabels {
  return Object.fromEntries(pairs);
}
