import type { Metrics } from "../metrics/metrics.js";
import { isFlagMetric } from "../metrics/flag-metrics.js";
import { assertNever, type Expr, type Unary, type VectorSelector } from "../syntax/ast.js";
import type { Span } from "../syntax/problem.js";
import type { Cause } from "./label-fact.js";
import { operands } from "./operands.js";
import { aggregationRange, callRange } from "./ranges-call.js";
import { binaryRange } from "./ranges-binary.js";
import { metricOf, selectedType } from "./selectors.js";
import { anyNumber, between, exactly, type ValueRange } from "./value-range.js";

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
      for (const operand of operands(node)) if (!known.has(operand)) pending.push(operand);
      if (pending.length > before) continue;
      if (!known.has(node)) known.set(node, rangeOf(node, metrics, of));
      pending.pop();
    }
    return of(expr);
  };
}

function rangeOf(node: Expr, metrics: Metrics, of: (expr: Expr) => ValueRange): ValueRange {
  switch (node.kind) {
    case "NumberLiteral":
      return Number.isNaN(node.value) ? { ...exactly(node.value), cause: whyNaN(node.span) } : exactly(node.value);
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

function whyNaN(span: Span): Cause {
  return { why: "`NaN` is equal to nothing, not even to `NaN`", span };
}

function signedRange({ op }: Unary, range: ValueRange): ValueRange {
  if (op.text === "+") return range;
  const { min, max, aboveMin, belowMax } = range;
  return { ...range, min: -max, max: -min, aboveMin: belowMax, belowMax: aboveMin };
}

function selectorRange(selector: VectorSelector, metrics: Metrics): ValueRange {
  const metric = metricOf(selector);
  if (!metric) return anyNumber;
  const { text, span } = metric;
  const series = selectedType(selector, { metrics });
  if (isFlagMetric(text) || series?.type === "stateset")
    return between(0, 1, { whole: true, cause: { why: `\`${text}\` is 0 or 1`, span } });

  const isTold = series?.how === "table" && !series.metric?.cumulative;
  const isCount = series?.type === "counter" || series?.part === "bucket" || series?.part === "count";
  return isTold && isCount ? between(0, Infinity, { cause: { why: `\`${text}\` is never below 0`, span } }) : anyNumber;
}
