import { withoutParens } from "../src/analysis/without-parens.js";
import { check } from "../src/check/check.js";
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

/** Whether a text is a query that a server accepts, and selects series. */
function selects(text: string): boolean {
  const parsed = parse(text);
  if (!parsed.expr || check(parsed).some(({ severity }) => severity === "error")) return false;
  return nodesOf(parsed.expr, "VectorSelector").length > 0;
}
