import type { Binary } from "../../syntax/ast.js";
import { type Branch, dead, fewBranches, joined, live } from "./branch.js";
import { agreeing } from "./joined-labels.js";
import {
  findConflict,
  isSure,
  isUnmatched,
  matchedLabels,
  type MatchedLabels,
  neverMatched,
} from "./matched-labels.js";

/** The result of `and`, `or` and `unless`, which give series as they are. */
export function setBranches(node: Binary, left: readonly Branch[], right: readonly Branch[]): readonly Branch[] {
  const matched = matchedLabels(node);
  if (node.op.text === "or") return or(left, right, matched);
  return node.op.text === "and" ? and(left, right, matched) : unless(node, left, right, matched);
}

/** The right side's series come where no series of the left side has the same labels. */
function or(left: readonly Branch[], right: readonly Branch[], matched: MatchedLabels): readonly Branch[] {
  const before = live(left);
  const always = before.find((branch) => isSure(left, branch, matched));
  const added = right.map((branch): Branch => {
    if (branch.never) return branch;
    if (always && isUnmatched(branch, matched)) {
      const why = "the left side of `or` always returns a series with the same labels";
      return dead(branch, { why, span: always.span });
    }
    const stands = before.every((other) => findConflict(other, branch, matched));
    return { ...branch, replaceable: branch.replaceable || !stands };
  });
  return fewBranches([...left, ...added]);
}

/** The left side's series stay that have a match. */
function and(left: readonly Branch[], right: readonly Branch[], matched: MatchedLabels): readonly Branch[] {
  const [first, ...rest] = live(right);
  const nothing = right.find(({ never }) => never)?.never;
  if (!first) return nothing ? left.map((branch) => dead(branch, branch.never ?? nothing)) : left;

  const others = joined(first, ...rest);
  const sure = [first, ...rest].some((branch) => isSure(right, branch, matched));
  return left.map((branch) => {
    if (branch.never) return branch;
    const conflicts = [first, ...rest].map((other) => findConflict(branch, other, matched));
    const [conflict] = conflicts;
    const result: Branch = {
      ...agreeing(branch, others, matched),
      alwaysReturns: sure && isSure(left, branch, matched),
      condition: branch.condition ?? others.condition,
    };
    const never = conflict && conflicts.every(Boolean);
    return never ? dead(result, neverMatched(conflict, matched)) : result;
  });
}

/** The left side's series stay that have no match. */
function unless(
  { op }: Binary,
  left: readonly Branch[],
  right: readonly Branch[],
  matched: MatchedLabels,
): readonly Branch[] {
  const others = live(right);
  const always = others.find((branch) => isSure(right, branch, matched));
  return left.map((branch): Branch => {
    if (branch.never || others.every((other) => findConflict(branch, other, matched))) return branch;
    const result: Branch = {
      ...branch,
      alwaysReturns: false,
      condition: branch.condition ?? { op: "unless", span: op.span },
    };
    if (!always || !isUnmatched(branch, matched)) return result;
    const why = "the right side of `unless` always returns a series with the same labels";
    return dead(result, { why, span: always.span });
  });
}
