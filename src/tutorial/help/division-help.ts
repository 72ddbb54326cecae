import { withoutParens } from "../../analysis/without-parens.js";
import type { Binary, Expr } from "../../syntax/ast.js";
import { nodesOf } from "../../syntax/walk.js";

/**
 * That the parentheses are missing around a divisor, where a query divides by a number, then multiplies with another one, and
 * its values are too great by just that.
 */
export function divisionHelp(factor: number, root: Expr): string | undefined {
  for (const product of nodesOf(root, "Binary")) {
    const [divided, times] = [product.left, numberOf(product.right)];
    if (product.op.text !== "*" || divided.kind !== "Binary" || divided.op.text !== "/" || !times) continue;
    const by = numberOf(divided.right);
    if (by === undefined || Math.abs(times ** 2 / factor - 1) > 1e-6) continue;
    return `\`/ ${by} * ${times}\` divides, and then multiplies: put the product in parentheses, \`/ (${by} * ${times})\``;
  }
  return undefined;
}

function numberOf(expr: Binary["left"]): number | undefined {
  const inner = withoutParens(expr);
  return inner.kind === "NumberLiteral" ? inner.value : undefined;
}
