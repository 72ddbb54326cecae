import { matchesVectors } from "../src/analysis/labels/match-conflict.js";
import { defineRule, type Query } from "../src/lint/rule.js";
import type { Span } from "../src/syntax/problem.js";
import { nodesOf } from "../src/syntax/walk.js";

export const queryFailsOnServer = defineRule({
  id: "query-fails-on-server",
  summary: "A query that fails when the server evaluates it gives an error in place of a result",
  category: "logic",
  severity: "error",
  subject: "query",

  *check(query) {
    const { server, text } = query;
    const outcome = server?.outcome(text);
    if (!server || !outcome || !("error" in outcome)) return;
    yield {
      at: placeOf(outcome.error, query),
      message: `${server.server} fails to evaluate the query: ${outcome.error}`,
    };
  },
});

/** The operator that is to match series one by one, where the error is about that and there is a single one. */
function placeOf(error: string, { root }: Query): Span {
  const operators = nodesOf(root, "Binary").filter(matchesVectors);
  const [only, ...others] = operators;
  const isOfMatching = /match group|multiple matches|many-to-many|many-to-one|duplicate time series/.test(error);
  return isOfMatching && only && others.length === 0 ? only.op.span : root.span;
}
