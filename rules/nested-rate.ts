import { rateWithin } from "../src/analysis/labels/rate-within.js";
import { defineRule } from "../src/lint/rule.js";
import { functionInfo } from "../src/promql/functions.js";
import type { Call } from "../src/syntax/ast.js";
import type { Fix } from "../src/syntax/problem.js";
import { nodesOf } from "../src/syntax/walk.js";

export const nestedRate = defineRule({
  id: "nested-rate",
  summary: "A counter function over a rate reads every fall of the rate as a counter reset",
  category: "counters",
  severity: "warning",
  subject: "query",
  needs: "Call",

  *check(query) {
    for (const call of nodesOf(query.root, "Call")) {
      if (functionInfo(call.name.text)?.wants !== "counter") continue;

      const rate = call.args[0] && rateWithin(call.args[0]);
      if (!rate) continue;

      const change = call.name.text === "increase" ? "delta" : "deriv";
      yield {
        at: rate.span,
        message: `\`${call.name.text}()\` reads every fall of ${rate.words} as a counter reset`,
        fixes: [use(change, call), use("avg_over_time", call)],
      };
    }
  },
});

function use(name: string, call: Call): Fix {
  return { title: `Use \`${name}()\``, safety: "suggestion", edits: [{ ...call.name.span, insert: name }] };
}
