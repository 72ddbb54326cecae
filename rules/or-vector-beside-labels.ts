import { isLabelless, live } from "../src/analysis/labels/branch.js";
import { labels } from "../src/analysis/labels/labels.js";
import { isUnmatched, matchedLabels } from "../src/analysis/labels/matched-labels.js";
import { withoutParens } from "../src/analysis/without-parens.js";
import { defineRule } from "../src/lint/rule.js";
import type { Binary, Call, Expr } from "../src/syntax/ast.js";
import { print } from "../src/syntax/print.js";
import type { Fix } from "../src/syntax/problem.js";
import { nodesOf } from "../src/syntax/walk.js";

export const orVectorBesideLabels = defineRule({
  id: "or-vector-beside-labels",
  summary: "A vector without labels stands beside series that have some, and fills no gap among them",
  category: "matching",
  severity: "info",
  subject: "query",
  needs: "Binary",

  *check({ root }) {
    for (const binary of nodesOf(root, "Binary")) {
      const added = binary.op.text === "or" ? madeVector(binary.right) : undefined;
      if (!added || !standsBesideLabels(binary) || !staysBeside(binary, root)) continue;

      yield {
        at: { from: binary.op.span.from, to: binary.right.span.to },
        message: `\`or ${print(added)}\` adds a series without labels beside those of the left side, and fills no gap among them`,
        help: "take the value from a metric that has every group: `or 0 * group by (job) (up)`",
        ...(binary.matching ? {} : { fixes: [onlyWhereNothingElse(binary)] }),
      };
    }
  },
});

function madeVector(expr: Expr): Call | undefined {
  const inner = withoutParens(expr);
  return inner.kind === "Call" && inner.name.text === "vector" ? inner : undefined;
}

/** Whether the left side may have series with labels that are compared. */
function standsBesideLabels(binary: Binary): boolean {
  const matched = matchedLabels(binary);
  return live(labels(binary.left)).some((branch) => !isLabelless(branch) && !isUnmatched(branch, matched));
}

/** An aggregation around it may take both into one value, and a comparison may leave the added series out. */
function staysBeside({ span }: Binary, root: Expr): boolean {
  const around = nodesOf(root, "Aggregation").filter((each) => each.span.from <= span.from && span.to <= each.span.to);
  return [root, ...around].every((expr) => {
    const branches = live(labels(expr));
    return branches.some(isLabelless) && !branches.every(isLabelless);
  });
}

function onlyWhereNothingElse({ op }: Binary): Fix {
  return {
    title: "Add it only where there is nothing else",
    safety: "suggestion",
    edits: [{ from: op.span.to, to: op.span.to, insert: " on ()" }],
  };
}
