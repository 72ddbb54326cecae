import type { Metrics } from "../../metrics/metrics.js";
import { isFlagMetric } from "../../metrics/flag-metrics.js";
import { operatorInfo } from "../../promql/operators.js";
import { assertNever, type Binary, type Expr, type Unary, type VectorSelector } from "../../syntax/ast.js";
import { operands } from "../operands.js";
import { aggregationRange, callRange, fixedRanges, isBoundByArguments } from "./call.js";
import { binaryRange } from "./binary.js";
import { metricOf, selectedType } from "../selectors.js";
import { anyNumber, exactly, type ValueRange } from "./value-range.js";

/**
 * Tells between which numbers the values of expressions lie, on any data; of a metric only what is known of its type. What
 * was found is remembered, so that asking for each part of a long query stays cheap.
 */
export function rangesOfValues(metrics: Metrics): (expr: Expr) => ValueRange {
  const known = new Map<Expr, ValueRange>();
  const of = (expr: Expr): ValueRange => known.get(expr) ?? anyNumber;
  return (expr) => {
    const pending: Expr[] = [expr];
    for (let node = pending.at(-1); node; node = pending.at(-1)) {
      const before = pending.length;
      for (const operand of deciding(node)) if (!known.has(operand)) pending.push(operand);
      if (pending.length > before) continue;
      if (!known.has(node)) known.set(node, rangeOf(node, metrics, of));
      pending.pop();
    }
    return of(expr);
  };
}

/**
 * A quick look at whether values may have bounds at all, so that most queries are not looked into. That counters are never
 * below 0 counts only on request.
 */
export function mayHaveBounds(expr: Expr, countsZero: boolean): boolean {
  let node: Expr = expr;
  for (;;) {
    const next = node.kind === "Binary" ? decidingSide(node) : deciding(node)[0];
    if (node.kind === "Binary" && node.op.text === "-" && next === node.right) return true;
    if (!next) return node.kind === "VectorSelector" ? countsZero || isFlag(node) : !isOpenCall(node);
    if (node.kind === "Call" && node.args.length > 1) return true;
    if (countsZero && node.kind === "Call") return true;
    node = next;
  }
}

/** The operand without whose bounds an operator has none; nothing for a comparison. */
function decidingSide({ op, left, right }: Binary): Expr | undefined {
  if (operatorInfo(op.text).class === "comparison") return undefined;
  return left.kind === "NumberLiteral" ? right : left;
}

function isFlag(selector: VectorSelector): boolean {
  return isFlagMetric(metricOf(selector)?.text ?? "");
}

/** A function whose values may be anything. */
function isOpenCall(node: Expr): boolean {
  return node.kind === "Call" && node.args.length > 0 && !fixedRanges.has(node.name.text);
}

/** The operands on which the bounds depend: those of a count do not. */
function deciding(node: Expr): readonly Expr[] {
  switch (node.kind) {
    case "Binary":
      if (node.bool) return [];
      return node.op.text === "and" || node.op.text === "unless" ? [node.left] : operands(node);
    case "Aggregation":
      return boundByThemselves.has(node.op.text) ? [] : operands(node);
    case "Call":
      return isBoundByArguments(node.name.text) ? node.args : [];
    case "NumberLiteral":
    case "StringLiteral":
    case "VectorSelector":
    case "RangeSelector":
    case "Paren":
    case "Subquery":
    case "Unary":
      return operands(node);
  }
}

const boundByThemselves: ReadonlySet<string> = new Set(["count", "count_values", "group", "stddev", "stdvar"]);

function rangeOf(node: Expr, metrics: Metrics, of: (expr: Expr) => ValueRange): ValueRange {
  switch (node.kind) {
    case "NumberLiteral":
      return Number.isNaN(node.value) ? { ...exactly(node.value), source: node } : exactly(node.value);
    case "StringLiteral":
      return anyNumber;
    case "VectorSelector":
      return selectorRange(node, metrics);
    case "Paren":
    case "Subquery":
      return of(node.expr);
    case "RangeSelector":
      return of(node.vector);
    case "Unary":
      return signedRange(node, of(node.expr));
    case "Binary":
      return binaryRange(node, of);
    case "Aggregation":
      return aggregationRange(node, of);
    case "Call":
      return callRange(node, metrics, of);
    default:
      return assertNever(node);
  }
}

function signedRange({ op }: Unary, range: ValueRange): ValueRange {
  if (op.text === "+") return range;
  const { min, max, aboveMin, belowMax } = range;
  return { ...range, min: -max, max: -min, aboveMin: belowMax, belowMax: aboveMin };
}

function selectorRange(selector: VectorSelector, metrics: Metrics): ValueRange {
  const metric = metricOf(selector);
  if (!metric) return anyNumber;
  if (isFlagMetric(metric.text)) return { min: 0, max: 1, whole: true, source: selector };

  const series = selectedType(selector, { metrics });
  if (series?.how !== "table" || series.metric?.cumulative) return anyNumber;
  if (series.type === "stateset") return { min: 0, max: 1, whole: true, source: selector };
  const isCount = series.type === "counter" || series.part === "bucket" || series.part === "count";
  return isCount ? { min: 0, max: Infinity, source: selector } : anyNumber;
}
