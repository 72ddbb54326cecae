import { withoutParens } from "../src/analysis/without-parens.js";
import { defineRule } from "../src/lint/rule.js";
import { parse } from "../src/syntax/parse.js";
import { nodesOf } from "../src/syntax/walk.js";

export const quotedQuery = defineRule({
  id: "quoted-query",
  summary: "A query in quotes is a text, and selects nothing",
  category: "selectors",
  severity: "error",
  subject: "query",
  needs: "StringLiteral",

  *check(query) {
    const text = withoutParens(query.root);
    if (text.kind !== "StringLiteral" || !selects(text.value)) return;

    const marks = text.text.startsWith("`") ? "backticks" : "quotes";
    yield {
      at: text.span,
      message: `Prometheus takes what stands in ${marks} for a text, so it selects nothing and cannot be graphed`,
      fixes: [
        {
          title: `Leave out the ${marks}`,
          safety: "review",
          edits: [{ from: query.root.span.from, to: query.root.span.to, insert: text.value }],
        },
      ],
    };
  },
});

/** Whether a text is a query without mistakes that names a metric or a label. */
function selects(text: string): boolean {
  const { expr, problems } = parse(text);
  return expr !== null && problems.length === 0 && nodesOf(expr, "VectorSelector").length > 0;
}
