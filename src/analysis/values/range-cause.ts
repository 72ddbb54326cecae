import { isFlagMetric } from "../../metrics/flag-metrics.js";
import { operatorInfo } from "../../promql/operators.js";
import type { Aggregation, Binary, Call } from "../../syntax/ast.js";
import type { Cause } from "../labels/label-fact.js";
import { fixedRanges } from "./call.js";
import { metricOf } from "../selectors.js";
import type { ValueRange } from "./value-range.js";
import { valueType } from "../value-type.js";

/** What sets the bounds of values, in words; nothing for numbers. */
export function causeOf({ source }: ValueRange): Cause | undefined {
  switch (source?.kind) {
    case "NumberLiteral":
      return { why: "`NaN` is equal to nothing, not even to `NaN`", span: source.span };
    case "VectorSelector": {
      const name = metricOf(source);
      const values = name && isFlagMetric(name.text) ? "0 or 1" : "never below 0";
      return name && { why: `\`${name.text}\` is ${values}`, span: name.span };
    }
    case "Call":
      return { why: `\`${source.name.text}()\` ${callInWords(source)}`, span: source.name.span };
    case "Aggregation":
      return { why: `\`${source.op.text}\` ${aggregationInWords(source)}`, span: source.op.span };
    case "Binary":
      return comparisonCause(source);
    case undefined:
    case "StringLiteral":
    case "Paren":
    case "Unary":
    case "RangeSelector":
    case "Subquery":
      return undefined;
  }
}

function callInWords({ name }: Call): string {
  const fixed = fixedRanges.get(name.text);
  if (!fixed) {
    return name.text.startsWith("clamp")
      ? "keeps values within its bounds"
      : "takes every fall for a reset, so it is never below 0";
  }
  const { min, max } = fixed;
  if (min === max) return `is always ${min}`;
  return max < Infinity ? `is from ${min} to ${max}` : `is never below ${Math.abs(min)}`;
}

function aggregationInWords({ op }: Aggregation): string {
  if (op.text === "group") return "is always 1";
  return op.text.startsWith("count") ? "is 1 or more where there is a series" : "is never below 0";
}

/** The operator with the side that is a limit. */
function comparisonCause({ op, bool, left, right }: Binary): Cause | undefined {
  if (operatorInfo(op.text).class !== "comparison") return undefined;
  if (bool) return { why: "a comparison with `bool` is 0 or 1", span: bool.span };
  const isLeftLimit = valueType(left) === "scalar";
  const span = isLeftLimit ? { from: left.span.from, to: op.span.to } : { from: op.span.from, to: right.span.to };
  return { why: "no other values pass", span };
}
