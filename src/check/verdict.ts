import type { PrometheusTarget } from "../promql/features.js";
import type { Node } from "../syntax/ast.js";
import { withOwnMetric } from "../syntax/mistakes/own-metric.js";
import type { Parsed } from "../syntax/parse.js";
import { maxProblems, noProblems, type Problem } from "../syntax/problem.js";
import { walk } from "../syntax/walk.js";
import type { Advice } from "./advice.js";
import { checkAggregation } from "./aggregations.js";
import { checkBinary } from "./binaries.js";
import { checkCall } from "./calls.js";
import { checkLength, checkRange } from "./durations.js";
import { withoutGroupingOfUnknown } from "./grouping-of-unknown.js";
import { insideOut } from "./inside-out.js";
import { checkAggregationLiterals, checkCallLiterals } from "./literals.js";
import { checkSubquery, checkUnary } from "./operands.js";
import { calculatedRange, callBeforeRange } from "./range-inside.js";
import { checkNotEmpty, checkSelector } from "./selectors.js";

/** What the verdict on a query rests on, and what is said besides Prometheus' own words. */
export interface Terms {
  readonly target: PrometheusTarget;
  /** What a server takes that is older, or has not every feature on; without it, it takes everything. */
  readonly version?: (node: Node, target: PrometheusTarget) => readonly Problem[];
  readonly advice?: Advice;
}

/** Why a server rejects a query that has been read, in the order of the text. At most a hundred problems; never throws. */
export function verdict(parsed: Parsed, terms: Terms): readonly Problem[] {
  if (!parsed.expr) return parsed.problems;
  const problems = [...parsed.problems];
  const infoLabels = new Set<Node | undefined>();
  const covered = new Set<Node | undefined>();
  for (const node of walk(parsed.expr)) {
    if (node.kind === "Call" && node.name.text === "info") infoLabels.add(node.args[1]);
    for (const other of coveredBy(node, terms)) covered.add(other);
    if (covered.has(node)) continue;
    if (parsed.problems.length > 0 && isBroken(node, parsed.problems)) continue;
    for (const found of checksOf(node, infoLabels.has(node), terms)) {
      for (const problem of found) problems.push(problem);
    }
    if (problems.length >= maxProblems) break;
  }
  const said = parsed.problems.length > 0 ? withoutGroupingOfUnknown(parsed, problems) : problems;
  return withOwnMetric(said.slice(0, maxProblems), parsed.expr).toSorted((a, b) => a.at.from - b.at.from);
}

/** The nodes about which nothing is said, since what is said of `node` covers them. */
function coveredBy(node: Node, { advice }: Terms): readonly (Node | undefined)[] {
  if (node.kind === "Aggregation") return [callBeforeRange(node.expr)];
  if (node.kind !== "Call") return none;
  return [insideOut(node)?.aggregation, calculatedRange(node)?.binary, ...(advice?.matchersAsArguments(node) ?? [])];
}

const none: readonly never[] = [];

/** Whether a syntax error lies in a node, or its repair writes the node anew: what is said of it would only follow from that. */
function isBroken({ kind, span: { from, to } }: Node, problems: readonly Problem[]): boolean {
  if (problems.some(({ at }) => at.from >= from && at.to <= to)) return true;
  const edits = kind === "Call" ? problems.flatMap(({ fixes }) => fixes?.[0]?.edits ?? []) : [];
  return edits.some((edit) => edit.from === from && edit.to > to);
}

/** What is to be asked of a node. */
function checksOf(node: Node, isInfoLabels: boolean, terms: Terms): readonly Iterable<Problem>[] {
  const { target, advice } = terms;
  const version = terms.version?.(node, target) ?? noProblems;
  switch (node.kind) {
    case "Call":
      return [checkCall(node, target, advice), checkCallLiterals(node), version];
    case "Aggregation":
      return [checkAggregation(node, advice), checkAggregationLiterals(node), version];
    case "Binary":
      return [checkBinary(node, advice), version];
    case "Unary":
      return [checkUnary(node, advice), version];
    case "Subquery":
      return [checkSubquery(node), checkRange(node), version];
    case "RangeSelector":
      return [checkRange(node), version];
    case "VectorSelector":
      return [isInfoLabels ? noProblems : checkNotEmpty(node), checkSelector(node), version];
    case "DurationLiteral":
      return [checkLength(node), version];
    case "NumberLiteral":
    case "StringLiteral":
    case "Paren":
    case "LabelMatcher":
    case "DurationBinary":
    case "DurationUnary":
    case "DurationParen":
    case "DurationCall":
      return version.length > 0 ? [version] : none;
  }
}
