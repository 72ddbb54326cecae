import { assertNever, type Expr } from "../../syntax/ast.js";
import { recent } from "../../syntax/recent.js";
import { aggregationBranches } from "./aggregation.js";
import { binaryBranches } from "./binary.js";
import { type Branch, labellessBranch, openBranch, withConstant, withoutName } from "./branch.js";
import { callBranches } from "./call.js";
import { selectorBranch } from "./selector.js";
import { operands } from "../operands.js";

const known = recent<Expr, readonly Branch[]>(32);

/**
 * What is known of the labels that the result of an expression has: a branch for each part that `or` brings in, at least
 * one. All that is said of a branch holds on any data for a server without experimental features; a Grafana variable
 * stands for something unknown. Asking again is cheap.
 */
export function labels(expr: Expr): readonly Branch[] {
  const remembered = known.get(expr);
  if (remembered) return remembered;
  known.trim();
  const pending: Expr[] = [expr];
  for (let node = pending.at(-1); node; node = pending.at(-1)) {
    const before = pending.length;
    for (const operand of operands(node)) if (!known.get(operand)) pending.push(operand);
    if (pending.length > before) continue;
    known.set(node, orUnknown(node, branchesOf(node)));
    pending.pop();
  }
  return branchesBelow(expr);
}

function branchesBelow(expr: Expr): readonly Branch[] {
  return known.get(expr) ?? [];
}

function orUnknown(node: Expr, branches: readonly Branch[]): readonly Branch[] {
  return branches.length > 0 ? branches : [openBranch({ why: "nothing is known of it", span: node.span })];
}

/** Those of an expression all of whose operands are known. */
function branchesOf(node: Expr): readonly Branch[] {
  switch (node.kind) {
    case "NumberLiteral":
      return [labellessBranch({ why: "a number has no labels", span: node.span }, node.value)];
    case "StringLiteral":
      return [labellessBranch({ why: "a string has no labels", span: node.span })];
    case "VectorSelector":
      return [selectorBranch(node)];
    case "Paren":
      return branchesBelow(node.expr);
    case "Unary":
      return node.op.text === "-"
        ? branchesBelow(node.expr).map((branch) => negated(branch, node.op.span))
        : branchesBelow(node.expr);
    case "RangeSelector":
      return branchesBelow(node.vector);
    case "Subquery":
      // No step may fall into the range.
      return branchesBelow(node.expr).map((branch) => ({ ...withConstant(branch, undefined), alwaysReturns: false }));
    case "Binary":
      return binaryBranches(node, branchesBelow(node.left), branchesBelow(node.right));
    case "Call":
      return callBranches(node, branchesBelow);
    case "Aggregation":
      return aggregationBranches(node, branchesBelow(node.expr), node.param && branchesBelow(node.param));
    default:
      return assertNever(node);
  }
}

function negated(branch: Branch, span: Branch["span"]): Branch {
  const renamed = withoutName(branch, { why: "a minus sign removes the name", span });
  return branch.constant === undefined ? renamed : withConstant(renamed, -branch.constant);
}
