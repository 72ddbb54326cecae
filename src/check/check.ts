import type { PrometheusTarget } from "../promql/features.js";
import type { Node } from "../syntax/ast.js";
import { parse, type Parsed } from "../syntax/parse.js";
import type { Problem, Span } from "../syntax/problem.js";
import { walk } from "../syntax/walk.js";
import { checkAggregation } from "./aggregations.js";
import { checkBinary } from "./binaries.js";
import { checkCall } from "./calls.js";
import { checkLength, checkRange } from "./durations.js";
import { checkFeatures } from "./features.js";
import { checkSubquery, checkUnary } from "./operands.js";
import { checkSelector } from "./selectors.js";

/** How a query is checked. */
export interface CheckOptions {
  /** The server for which the query is meant. */
  readonly prometheus?: PrometheusTarget;
}

/**
 * Why a Prometheus server rejects a query, in the order of the text; nothing when it accepts it. After a syntax error
 * the part of the tree that is whole is checked too. Never throws.
 */
export function check(query: string | Parsed, options: CheckOptions = {}): readonly Problem[] {
  const parsed = typeof query === "string" ? parse(query) : query;
  if (!parsed.expr) return parsed.problems;
  const problems = [...parsed.problems];
  for (const node of walk(parsed.expr)) {
    if (isBroken(node.span, parsed.problems)) continue;
    problems.push(...checkNode(node), ...checkFeatures(node, options.prometheus ?? {}));
  }
  return problems.sort((a, b) => a.at.from - b.at.from);
}

/** Whether a syntax error lies in a span: what is said of it would only follow from the first mistake. */
function isBroken({ from, to }: Span, problems: readonly Problem[]): boolean {
  return problems.some(({ at }) => at.to >= from && at.from <= to);
}

const nothing: readonly Problem[] = [];

function checkNode(node: Node): Iterable<Problem> {
  switch (node.kind) {
    case "Call":
      return checkCall(node);
    case "Aggregation":
      return checkAggregation(node);
    case "Binary":
      return checkBinary(node);
    case "Unary":
      return checkUnary(node);
    case "Subquery":
      return [...checkSubquery(node), ...checkRange(node)];
    case "RangeSelector":
      return checkRange(node);
    case "VectorSelector":
      return checkSelector(node);
    case "DurationLiteral":
      return checkLength(node);
    case "NumberLiteral":
    case "StringLiteral":
    case "Paren":
    case "LabelMatcher":
    case "DurationBinary":
    case "DurationUnary":
    case "DurationParen":
    case "DurationCall":
      return nothing;
  }
}
