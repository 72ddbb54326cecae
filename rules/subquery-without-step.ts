import { defineRule } from "../src/lint/rule.js";
import { nodesOf } from "../src/syntax/walk.js";

export const subqueryWithoutStep = defineRule({
  id: "subquery-without-step",
  summary: "A subquery without a step takes that of the server, so its result differs from server to server",
  category: "logic",
  severity: "info",
  subject: "query",

  *check({ root }) {
    for (const { step, brackets } of nodesOf(root, "Subquery")) {
      if (step) continue;

      yield {
        at: brackets,
        message: "without a step the subquery takes the `evaluation_interval` of the server that evaluates it",
        help: "write the step behind the colon",
      };
    }
  },
});
