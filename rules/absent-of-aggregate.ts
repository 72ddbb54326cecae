import { isImpossible } from "../src/analysis/label-fact.js";
import { absentLabels } from "../src/analysis/labels-absent.js";
import { withoutParens } from "../src/analysis/without-parens.js";
import { labelsInWords } from "../src/analysis/words.js";
import { defineRule } from "../src/lint/rule.js";
import type { Aggregation, Expr, VectorSelector } from "../src/syntax/ast.js";
import type { Edit, Fix } from "../src/syntax/problem.js";
import { nodesOf } from "../src/syntax/walk.js";

export const absentOfAggregate = defineRule({
  id: "absent-of-aggregate",
  summary: "The absence of an aggregation is that of its series, without their labels",
  category: "labels",
  severity: "info",
  subject: "query",

  *check(query) {
    for (const { name, args } of nodesOf(query.root, "Call")) {
      const [argument] = args;
      if (name.text !== "absent" || !argument) continue;

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

/** The selector whose series one or more aggregations make groups of. Each group is there when one of its series is. */
function aggregated(outermost: Aggregation): VectorSelector | undefined {
  let expr: Expr = outermost;
  while (expr.kind === "Aggregation" && !expr.param) expr = withoutParens(expr.expr);
  return expr.kind === "VectorSelector" ? expr : undefined;
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
