import { isImpossible } from "../src/analysis/labels/label-fact.js";
import { absentLabels } from "../src/analysis/labels/absent.js";
import { isSort } from "../src/analysis/labels/lost-order.js";
import { valueType } from "../src/analysis/value-type.js";
import { withoutParens } from "../src/analysis/without-parens.js";
import { labelsInWords } from "../src/analysis/words.js";
import { defineRule } from "../src/lint/rule.js";
import type { Aggregation, Call, Expr, VectorSelector } from "../src/syntax/ast.js";
import type { Edit, Fix } from "../src/syntax/problem.js";
import { nodesOf } from "../src/syntax/walk.js";

export const absentOfAggregate = defineRule({
  id: "absent-of-aggregate",
  summary: "The absence of an aggregation is that of its series, without their labels",
  category: "labels",
  severity: "info",
  subject: "query",
  needs: "Aggregation",

  *check(query) {
    if (!nodesOf(query.root, "Call").some(isAbsent)) return;
    for (const { args } of returned(query.root) ?? []) {
      const [argument] = args;
      if (!argument) continue;

      const outermost = withoutParens(argument);
      if (outermost.kind !== "Aggregation") continue;

      const selector = aggregated(outermost);
      if (!selector || selector.matchers.some(({ label }) => label.variable)) continue;

      const { op } = outermost;
      const lost = [...absentLabels(selector.matchers)].filter(([, known]) => !isImpossible(known));
      const list = labelsInWords(lost.map(([text, { span }]) => ({ text, span })));
      const fix = removing(argument, selector, query.text);
      yield {
        at: op.span,
        message:
          lost.length > 0
            ? `\`${op.text}\` keeps \`absent()\` from returning ${list}, which the matchers tell`
            : `\`absent()\` says the same of the series themselves, without \`${op.text}\``,
        ...(fix ? { fixes: [fix] } : { help: `remove \`${op.text}\`` }),
      };
    }
  },
});

function isAbsent({ name }: Call): boolean {
  return name.text === "absent";
}

/**
 * The calls of `absent()` whose labels the result has. Nothing where another operand of `or` stands beside them, or
 * something is computed with them: there a result without labels may be what is needed.
 */
function returned(root: Expr): readonly Call[] | undefined {
  const found: Call[] = [];
  const pending = [root];
  for (let expr = pending.pop(); expr; expr = pending.pop()) {
    if (expr.kind === "Paren") pending.push(expr.expr);
    else if (expr.kind === "Call" && isAbsent(expr)) found.push(expr);
    else if (expr.kind === "Binary" && expr.op.text === "or") pending.push(expr.right, expr.left);
    else if (expr.kind === "Binary" && valueType(expr.right) === "scalar" && !expr.bool) pending.push(expr.left);
    else return undefined;
  }
  return found;
}

/** The selector of whose series aggregations make groups, perhaps sorted. Each group is there when one of its series is. */
function aggregated(outermost: Aggregation): VectorSelector | undefined {
  let expr: Expr | undefined = outermost;
  while (expr && expr.kind !== "VectorSelector") expr = within(expr);
  return expr;
}

function within(expr: Expr): Expr | undefined {
  if (expr.kind === "Paren") return expr.expr;
  if (expr.kind === "Aggregation") return expr.param ? undefined : expr.expr;
  return expr.kind === "Call" && isSort(expr) ? expr.args[0] : undefined;
}

/** Never safe: native histograms that `sum` or `max` leave out are there all the same. */
function removing({ span }: Expr, selector: VectorSelector, text: string): Fix | undefined {
  const edits: readonly Edit[] = [
    { from: span.from, to: selector.span.from, insert: "" },
    { from: selector.span.to, to: span.to, insert: "" },
  ];
  if (edits.some(({ from, to }) => text.slice(from, to).includes("#"))) return undefined;
  return { title: "Ask for the series themselves", safety: "review", edits };
}
