import { aggregatorInfo } from "../../promql/aggregators.js";
import { wrongCount } from "../mistakes/aggregation-arguments.js";
import { aggregationOf } from "./aggregation-of.js";
import { parseGrouping } from "./labels.js";
import { completeOperators } from "./operators.js";
import { depthOver, type AggregationFrame, type CallFrame } from "./pending.js";
import type { Stacks } from "./stacks.js";

/** Opens a function or aggregation whose `(` has been read; closes it at once where it has no arguments, as in `time()`. */
export function openArguments(stacks: Stacks, frame: CallFrame | AggregationFrame): "operand" | "operator" {
  const { cursor, pending } = stacks;
  stacks.open(frame);
  if (!cursor.take(")")) return "operand";
  pending.pop();
  return completeFrame(stacks, frame);
}

/** Completes the innermost open parenthesis and what stands in it; its `)` has been read, or is missing. */
export function closeParenthesis(stacks: Stacks): "operator" {
  const { cursor, pending } = stacks;
  completeOperators(stacks);
  const frame = pending.pop();
  const operand = stacks.pop();
  if (frame && "args" in frame) {
    frame.args.push(operand);
    return completeFrame(stacks, frame);
  }
  if (frame?.kind !== "paren" || !operand.expr) return stacks.complete(undefined);
  const span = { from: frame.from, to: cursor.last().to };
  return stacks.complete({ kind: "Paren", span, expr: operand.expr }, operand.depth + 1);
}

function completeFrame(stacks: Stacks, frame: CallFrame | AggregationFrame): "operator" {
  return frame.kind === "call" ? completeCall(stacks, frame) : completeAggregation(stacks, frame);
}

function completeCall(stacks: Stacks, { name, args: operands, misnamed }: CallFrame): "operator" {
  const { cursor } = stacks;
  const args = operands.flatMap(({ expr }) => expr ?? []);
  const span = { from: name.span.from, to: cursor.last().to };
  if (misnamed?.isChecked) cursor.report(misnamed.at, misnamed.words(args));
  else if (misnamed) stacks.report(misnamed.at, misnamed.words(args));
  return stacks.complete({ kind: "Call", span, name, args }, depthOver(operands));
}

/** The grouping of an aggregation may follow its parentheses. */
function completeAggregation(stacks: Stacks, { op, args: operands, grouping: before }: AggregationFrame): "operator" {
  const { cursor } = stacks;
  const args = operands.flatMap(({ expr }) => expr ?? []);
  const after = !before && cursor.atKeyword("by", "without") ? parseGrouping(cursor, "after") : undefined;
  const grouping = before ?? after;
  const span = { from: op.span.from, to: cursor.last().to };
  const wanted = aggregatorInfo(op.text).param ? 2 : 1;
  if (operands.length !== wanted && !cursor.hasProblemIn(span)) {
    cursor.report(span, wrongCount(cursor, { op, args, span, wanted, isGrouped: grouping !== undefined }));
  }
  return stacks.complete(aggregationOf(op, args, grouping, span), depthOver(operands));
}
