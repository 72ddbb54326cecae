import { aggregatorInfo } from "../promql/aggregators.js";
import { functionInfo } from "../promql/functions.js";
import type { Aggregation, Call, RangeSelector, VectorSelector } from "../syntax/ast.js";

/** A function of counters around an aggregation of a selector, as in `rate(sum(up))` and `rate(sum(up[5m]))`. */
export interface InsideOut {
  readonly call: Call;
  readonly aggregation: Aggregation;
  readonly selector: VectorSelector | RangeSelector;
}

/** Whether a function of counters was meant to stand inside the aggregation that it stands around. */
export function insideOut(call: Call): InsideOut | undefined {
  const [aggregation] = call.args;
  if (functionInfo(call.name.text)?.wants !== "counter" || aggregation?.kind !== "Aggregation") return undefined;
  const selector = aggregation.expr;
  if (aggregatorInfo(aggregation.op.text).param) return undefined;
  if (selector.kind !== "VectorSelector" && selector.kind !== "RangeSelector") return undefined;
  return { call, aggregation, selector };
}
