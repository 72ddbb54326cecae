import { type Metrics, noMetrics } from "../../metrics/metrics.js";
import type { Expr, Kind } from "../../syntax/ast.js";
import type { Span } from "../../syntax/problem.js";
import { explainCall } from "./functions.js";
import { explainAggregation, explainBinary } from "./operators.js";
import { explainResult } from "./result.js";
import { explainRange, explainSelector, explainSubquery } from "./selector.js";
import { operands } from "../operands.js";
import { type Unit, unitOf } from "../unit.js";

/** A step of a query in words. */
export interface Explanation {
  /** The part of the query. */
  readonly span: Span;
  /** The kind of its node, or `Result` for what the whole query returns. */
  readonly kind: Kind | "Result";
  /** A sentence in Markdown, without a full stop. */
  readonly text: string;
  /** The unit of the values, where it is known. */
  readonly unit?: string;
}

/**
 * A query in words, from the inside out: each step says what its part of the query makes of the steps before, and the
 * last one says what the result looks like. Parentheses and single numbers are no steps.
 */
export function explain(expr: Expr, metrics: Metrics = noMetrics): readonly Explanation[] {
  const steps: Explanation[] = [];
  for (const [node, known] of unitsWithin(expr, metrics)) {
    const text = explainNode(node, metrics);
    if (text) steps.push({ span: node.span, kind: node.kind, text, ...(known.unit && { unit: known.unit }) });
  }
  return [...steps, { span: expr.span, kind: "Result", text: explainResult(expr) }];
}

/** In what the values of a query's result are measured, where it is known, such as `bytes`. */
export function resultUnit(expr: Expr, metrics: Metrics): string | undefined {
  return unitsWithin(expr, metrics).get(expr)?.unit;
}

/** The unit of each expression within a query, from the inside out. */
export function unitsWithin(expr: Expr, metrics: Metrics): ReadonlyMap<Expr, Unit> {
  const units = new Map<Expr, Unit>();
  for (const node of insideOut(expr)) {
    units.set(
      node,
      unitOf(node, metrics, (operand) => (operand && units.get(operand)) ?? {}),
    );
  }
  return units;
}

/** What one expression makes of its operands, in a sentence in Markdown; nothing for parentheses and literals. */
export function explainNode(node: Expr, metrics: Metrics): string | undefined {
  switch (node.kind) {
    case "NumberLiteral":
    case "StringLiteral":
    case "Paren":
      return undefined;
    case "VectorSelector":
      return explainSelector(node, metrics);
    case "RangeSelector":
      return explainRange(node, metrics);
    case "Subquery":
      return explainSubquery(node);
    case "Unary":
      return node.op.text === "-" ? "Each value with the opposite sign" : "Each value as it is";
    case "Call":
      return explainCall(node);
    case "Aggregation":
      return explainAggregation(node);
    case "Binary":
      return explainBinary(node);
  }
}

/** Each expression after its operands; the selector of a range selector is a part of it. */
function* insideOut(root: Expr): Generator<Expr> {
  const pending: { readonly node: Expr; readonly done: boolean }[] = [{ node: root, done: false }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { node, done } = next;
    if (done) {
      yield node;
      continue;
    }
    pending.push({ node, done: true });
    for (const operand of partsOf(node).toReversed()) pending.push({ node: operand, done: false });
  }
}

function partsOf(node: Expr): readonly Expr[] {
  return node.kind === "RangeSelector" ? [] : operands(node);
}
