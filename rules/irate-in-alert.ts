import { defineRule } from "../src/lint/rule.js";
import { nodesOf } from "../src/syntax/walk.js";

export const irateInAlert = defineRule({
  id: "irate-in-alert",
  summary: "An alert on `irate()` comes and goes with the last two samples",
  category: "counters",
  severity: "warning",
  subject: "query",
  needs: "Call",

  *check(query) {
    if (query.use !== "alert") return;

    const steadied = new Set(nodesOf(query.root, "Subquery").flatMap(({ expr }) => nodesOf(expr, "Call")));
    for (const call of nodesOf(query.root, "Call")) {
      const { name } = call;
      if (name.text !== "irate" || steadied.has(call)) continue;

      yield {
        at: name.span,
        message: "`irate()` sees the last two samples only, so the alert comes and goes with them",
        fixes: [{ title: "Use `rate()`", safety: "review", edits: [{ ...name.span, insert: "rate" }] }],
      };
    }
  },
});
