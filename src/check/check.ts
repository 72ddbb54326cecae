import type { PrometheusTarget } from "../promql/features.js";
import type { Node } from "../syntax/ast.js";
import { maxProblems } from "../syntax/lex.js";
import { parse, type Parsed } from "../syntax/parse.js";
import type { Problem, Span } from "../syntax/problem.js";
import { walk } from "../syntax/walk.js";
import { checkAggregation } from "./aggregations.js";
import { checkBinary } from "./binaries.js";
import { checkCall } from "./calls.js";
import { checkLength, checkRange } from "./durations.js";
import { checkVersion } from "./versions.js";
import { checkAggregationLiterals, checkCallLiterals } from "./literals.js";
import { checkSubquery, checkUnary } from "./operands.js";
import { checkNotEmpty, checkSelector } from "./selectors.js";

/** How a query is checked. */
export interface CheckOptions {
  /** The server for which the query is meant. */
  readonly prometheus?: PrometheusTarget;
}

/**
 * Why a Prometheus server rejects a query, in the order of the text; nothing when it accepts it. After a syntax error
 * the part of the tree that is whole is checked too. At most a hundred problems; never throws.
 */
export function check(query: string | Parsed, options: CheckOptions = {}): readonly Problem[] {
  const parsed = typeof query === "string" ? parse(query) : query;
  if (!parsed.expr) return parsed.problems;
  const problems = [...parsed.problems];
  for (const problem of checkTree(parsed.expr, parsed.problems, options.prometheus ?? {})) {
    if (problems.length >= maxProblems) break;
    problems.push(problem);
  }
  return problems.sort((a, b) => a.at.from - b.at.from);
}

function* checkTree(root: Node, broken: readonly Problem[], target: PrometheusTarget): Iterable<Problem> {
  const infoLabels = new Set<Node | undefined>();
  for (const node of walk(root)) {
    if (node.kind === "Call" && node.name.text === "info") infoLabels.add(node.args[1]);
    if (broken.length > 0 && isBroken(node.span, broken)) continue;
    if (node.kind === "VectorSelector" && !infoLabels.has(node)) yield* checkNotEmpty(node);
    yield* checkNode(node, target);
    yield* checkVersion(node, target);
  }
}

/** Whether a syntax error lies in a span: what is said of it would only follow from the first mistake. */
function isBroken({ from, to }: Span, problems: readonly Problem[]): boolean {
  return problems.some(({ at }) => at.from >= from && at.to <= to);
}

const nothing: readonly Problem[] = [];

function checkNode(node: Node, target: PrometheusTarget): Iterable<Problem> {
  switch (node.kind) {
    case "Call":
      return both(checkCall(node, target), checkCallLiterals(node));
    case "Aggregation":
      return both(checkAggregation(node), checkAggregationLiterals(node));
    case "Binary":
      return checkBinary(node);
    case "Unary":
      return checkUnary(node);
    case "Subquery":
      return both(checkSubquery(node), checkRange(node));
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

function* both(first: Iterable<Problem>, second: Iterable<Problem>): Iterable<Problem> {
  yield* first;
  yield* second;
}
