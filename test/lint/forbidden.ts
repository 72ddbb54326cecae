import { defineRule, type Rule } from "../../src/lint/rule.js";
import { nodesOf } from "../../src/syntax/walk.js";

/** A rule that finds every use of one metric and can remove its matchers: what it finds is plain to see in a test. */
function forbid(metric: string): Rule {
  return defineRule({
    id: `no-${metric}`,
    summary: `Nobody wants ${metric}`,
    category: "style",
    severity: "error",
    subject: "query",
    *check(query) {
      for (const selector of nodesOf(query.root, "VectorSelector")) {
        if (selector.metric?.text !== metric) continue;
        const edits = [{ ...selector.metric.span, insert: "good" }];
        yield {
          at: selector.metric.span,
          message: `it is ${metric}`,
          fixes: [{ title: "Use `good`", safety: "safe", edits }],
        };
      }
    },
  });
}

/** The rules `no-foo` and `no-bar`. */
export const forbidden: readonly Rule[] = [forbid("foo"), forbid("bar")];
