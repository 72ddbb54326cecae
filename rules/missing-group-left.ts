import { matchConflict, matchesVectors } from "../src/analysis/labels/match-conflict.js";
import { severalSeries } from "../src/analysis/labels/several-series.js";
import { defineRule } from "../src/lint/rule.js";
import { operatorInfo } from "../src/promql/operators.js";
import type { Fix } from "../src/syntax/problem.js";
import { nodesOf } from "../src/syntax/walk.js";

export const missingGroupLeft = defineRule({
  id: "missing-group-left",
  summary: "Several series that match one of the other side make the query fail without `group_left` or `group_right`",
  category: "matching",
  severity: "error",
  subject: "query",
  needs: "Binary",

  *check(query) {
    for (const binary of nodesOf(query.root, "Binary")) {
      const { op, matching, fill } = binary;
      if (!matching || matching.group || fill || operatorInfo(op.text).class === "set") continue;
      if (!matchesVectors(binary)) continue;

      const [left, right] = [severalSeries(binary, "left", query), severalSeries(binary, "right", query)];
      if ((!left && !right) || matchConflict(binary)) continue;

      const because = [left, right].flatMap((cause) => (cause ? [{ at: cause.span, message: cause.why }] : []));
      if (left && right) {
        const message = "several series of each side match, which makes the query fail";
        yield { at: matching.span, message, help: "aggregate one side by the labels that are compared", because };
        continue;
      }
      const [many, one] = left ? ["left", "right"] : ["right", "left"];
      yield {
        at: matching.span,
        message: `several series of the ${many} side match one of the ${one}, which makes the query fail without \`group_${many}\``,
        because,
        fixes: [addingGroup(`group_${many}`, matching.span.to)],
      };
    }
  },
});

/** With its parentheses, since those of the right side may follow. */
function addingGroup(word: string, at: number): Fix {
  return {
    title: `Add \`${word}\``,
    safety: "review",
    edits: [{ from: at, to: at, insert: ` ${word} ()` }],
  };
}
