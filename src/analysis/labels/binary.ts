import { metricName } from "../../promql/labels.js";
import { operatorInfo, type BinaryOperator } from "../../promql/operators.js";
import type { Binary } from "../../syntax/ast.js";
import {
  type Branch,
  type Condition,
  dead,
  fewBranches,
  joined,
  live,
  maxBranches,
  openBranch,
  withConstant,
  withLabel,
  withoutName,
} from "./branch.js";
import { type Cause, fact } from "./label-fact.js";
import { flipped, foldConstant } from "../values/constant.js";
import { joinedLabels } from "./joined-labels.js";
import { setBranches } from "./set.js";
import { findConflict, isSure, matchedLabels, type MatchedLabels, neverMatched } from "./matched-labels.js";
import { anyValue } from "../values/value-set.js";
import { valueType } from "../value-type.js";

/** The result of an operator, given those of its two sides. */
export function binaryBranches(node: Binary, left: readonly Branch[], right: readonly Branch[]): readonly Branch[] {
  if (operatorInfo(node.op.text).class === "set") return setBranches(node, left, right);
  const [a, b] = [operandType(node, "left"), operandType(node, "right")];
  const [scalarLeft, scalarRight] = [left[0], right[0]];
  if (b === "scalar" && scalarRight) return left.map((branch) => withScalar(node, branch, scalarRight, node.op.text));
  if (a === "scalar" && scalarLeft)
    return right.map((branch) => withScalar(node, branch, scalarLeft, flipped(node.op.text), true));
  if (a === "unknown" && b === "unknown" && !node.matching)
    return [openBranch({ why: "the operands are not known", span: node.span })];
  if (b === "unknown" && !node.matching) return left.map((branch) => withUnknown(node, branch, "right"));
  if (a === "unknown" && !node.matching) return right.map((branch) => withUnknown(node, branch, "left"));
  return vectorBranches(node, left, right);
}

function operandType(node: Binary, side: "left" | "right"): "scalar" | "vector" | "unknown" {
  const type = valueType(node[side]);
  return type === "scalar" || type === "vector" ? type : "unknown";
}

/** A Grafana variable may be a number, or series that share the labels; on the left their name stays. */
function withUnknown(node: Binary, branch: Branch, unknown: "left" | "right"): Branch {
  const result = withConstant({ ...branch, span: node.span, alwaysReturns: false }, undefined);
  if (!isFilter(node)) return renamed(node, result);
  const name = { why: "the name may be that of the other operand", span: node[unknown].span };
  const named = unknown === "left" ? withLabel(result, metricName, fact(anyValue, name)) : result;
  return { ...named, condition: { op: node.op.text, span: node.op.span } };
}

function withScalar(node: Binary, branch: Branch, scalar: Branch, op: BinaryOperator, isRight = false): Branch {
  const { constant } = scalar;
  const folded = foldedConstant(node, isRight ? constant : branch.constant, isRight ? branch.constant : constant);
  const named = renamed(node, branch);
  if (!isFilter(node)) {
    return { ...named, span: node.span, alwaysReturns: branch.alwaysReturns && !isTrim(node), constant: folded };
  }
  const condition: Condition = { op, span: node.op.span, ...(constant !== undefined && { constant }) };
  return filtered(node, { ...named, span: node.span, condition }, folded);
}

/** Whether the operator leaves out series: a comparison without `bool`. */
function isFilter({ op, bool }: Binary): boolean {
  return operatorInfo(op.text).class === "comparison" && !bool;
}

/** Trimming takes histograms only. */
function isTrim({ op }: Binary): boolean {
  return operatorInfo(op.text).class === "trim";
}

function foldedConstant({ op }: Binary, left: number | undefined, right: number | undefined): number | undefined {
  return left === undefined || right === undefined ? undefined : foldConstant(op.text, left, right);
}

/** A comparison of constants keeps all series of the branch, or none. */
function filtered(node: Binary, branch: Branch, outcome: number | undefined): Branch {
  if (outcome === 0) {
    const never = { why: `the comparison \`${node.op.text}\` of two constants is never true`, span: node.op.span };
    return dead(branch, never);
  }
  return { ...branch, alwaysReturns: branch.alwaysReturns && outcome === 1 && !branch.replaceable };
}

/** Arithmetic and `bool` make a new value, which is no longer that of the metric; a filter keeps the name. */
function renamed(node: Binary, branch: Branch): Branch {
  const { op, bool } = node;
  if (operatorInfo(op.text).class !== "arithmetic" && !bool) return branch;
  const cause: Cause = { why: `\`${bool ? `${op.text} bool` : op.text}\` removes the name`, span: op.span };
  return withoutName(branch, cause);
}

function vectorBranches(node: Binary, left: readonly Branch[], right: readonly Branch[]): readonly Branch[] {
  const matched = matchedLabels(node);
  const rights = pairable(live(left).length, live(right));
  const results: Branch[] = [];
  let unmatched: Branch | undefined;
  for (const a of live(left)) {
    for (const b of rights) {
      const result = pair(node, a, b, matched, isSure(left, a, matched) && isSure(right, b, matched));
      if (result.never) unmatched ??= result;
      else results.push(result);
    }
  }
  if (results.length > 0) return fewBranches(results);
  return [
    unmatched ?? {
      ...openBranch({ why: "nothing is known of it", span: node.span }),
      never: [...left, ...right].find((branch) => branch.never)?.never,
    },
  ];
}

function pairable(count: number, branches: readonly Branch[]): readonly Branch[] {
  const [first, ...rest] = branches;
  return first && count * branches.length > maxBranches ? [joined(first, ...rest)] : branches;
}

function pair(node: Binary, left: Branch, right: Branch, matched: MatchedLabels, sure: boolean): Branch {
  const conflict = node.fill ? undefined : findConflict(left, right, matched);
  const known = foldedConstant(node, left.constant, right.constant);
  const named = joinedLabels(node, left, right, matched, (branch) => renamed(node, branch));
  const base: Branch = {
    ...named,
    span: node.span,
    alwaysReturns: sure && !node.fill && !isTrim(node),
    replaceable: left.replaceable || right.replaceable,
    condition: conditionOf(node, left, right),
    constant: node.fill ? undefined : isFilter(node) ? left.constant : known,
  };
  if (conflict) return dead(base, neverMatched(conflict, matched));
  return isFilter(node) && !node.fill ? filtered(node, base, known) : base;
}

function conditionOf(node: Binary, left: Branch, right: Branch): Condition | undefined {
  if (!isFilter(node)) return left.condition ?? right.condition;
  const { constant } = right;
  return { op: node.op.text, span: node.op.span, ...(constant !== undefined && { constant }) };
}
