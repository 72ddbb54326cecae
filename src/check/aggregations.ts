import { valueType } from "../analysis/value-type.js";
import { aggregatorInfo } from "../promql/aggregators.js";
import { typeInWords } from "../promql/value-types.js";
import type { Aggregation, Token } from "../syntax/ast.js";
import type { Problem } from "../syntax/problem.js";
import type { Advice } from "./advice.js";
import { areSwapped, argumentOfWrongType, swappedArguments } from "./arguments.js";

/** Whether an aggregation gets the parameter, the vector and the labels that it takes. */
export function* checkAggregation(node: Aggregation, advice?: Advice): Iterable<Problem> {
  const { param } = aggregatorInfo(node.op.text);
  if (param && node.param && areSwapped([node.param, node.expr], [param, "vector"])) {
    const prometheus = `expected type instant vector in aggregation expression, got ${param}`;
    yield swappedArguments(node.op.text, [node.param, node.expr], prometheus);
    return;
  }
  const taker = `\`${node.op.text}()\``;
  const got = valueType(node.expr);
  if (got !== "vector" && got !== "unknown") {
    const prometheus = `expected type instant vector in aggregation expression, got ${typeInWords(got)}`;
    yield argumentOfWrongType(node.expr, { taker, wanted: "vector", got, prometheus, advice, aggregation: node });
  }
  const paramType = node.param && valueType(node.param);
  if (node.param && param && paramType && paramType !== param && paramType !== "unknown") {
    const prometheus = `expected type ${param} in aggregation parameter, got ${typeInWords(paramType)}`;
    yield argumentOfWrongType(node.param, {
      taker: `${taker} as its first argument`,
      wanted: param,
      got: paramType,
      advice,
      prometheus,
    });
  }
  for (const label of node.grouping?.labels ?? []) if (label.text === "") yield emptyLabel(label);
}

/** A label without a character cannot be grouped by. */
export function emptyLabel({ span }: Token): Problem {
  return {
    code: "empty-label",
    severity: "error",
    at: span,
    message: "this label has no name",
    help: "write a label, or remove it",
    prometheus: 'invalid label name for grouping: ""',
  };
}
