import { jointGrouping, type JointGrouping } from "../src/analysis/joint-grouping.js";
import { withoutParens } from "../src/analysis/without-parens.js";
import { defineRule } from "../src/lint/rule.js";
import type { Aggregation } from "../src/syntax/ast.js";
import type { Edit, FixSafety } from "../src/syntax/problem.js";
import { nodesOf } from "../src/syntax/walk.js";

export const repeatedAggregation = defineRule({
  id: "repeated-aggregation",
  summary: "An aggregation over the same aggregation gives what one of the two gives",
  category: "style",
  severity: "info",
  subject: "query",

  *check(query) {
    for (const outer of nodesOf(query.root, "Aggregation")) {
      const safety = repeatable.get(outer.op.text);
      const inner = withoutParens(outer.expr);
      if (!safety || inner.kind !== "Aggregation" || inner.op.text !== outer.op.text) continue;

      const joint = jointGrouping(outer, inner);
      if (!joint) continue;

      const { text, span } = inner.op;
      const one = `${text} ${joint.text}`.trim();
      const edits = merging(outer, inner, joint, query.text);
      const title = joint.isOuter ? `Remove the inner \`${text}\`` : `Make one \`${one}\` of the two`;
      yield {
        at: span,
        message: `\`${one}\` gives the same without another \`${text}\` in it`,
        ...(edits ? { fixes: [{ title, safety, edits }] } : { help: `remove the inner \`${text}\`` }),
      };
    }
  },
});

/**
 * The highest of the highest values is the highest of all. A sum may change in its last digits, since the order of the
 * additions does, and in what is left out: of a group with numbers and native histograms nothing is left.
 */
const repeatable: ReadonlyMap<string, FixSafety> = new Map([
  ["max", "safe"],
  ["min", "safe"],
  ["group", "safe"],
  ["sum", "review"],
]);

/** Nothing where a comment would be lost. */
function merging(
  outer: Aggregation,
  inner: Aggregation,
  joint: JointGrouping,
  text: string,
): readonly Edit[] | undefined {
  const edits = [
    { from: outer.expr.span.from, to: inner.expr.span.from, insert: "" },
    { from: inner.expr.span.to, to: outer.expr.span.to, insert: "" },
    ...(joint.isOuter || !outer.grouping ? [] : [regrouped(outer.grouping.span, joint.text, text)]),
  ];
  return edits.some(({ from, to }) => text.slice(from, to).includes("#")) ? undefined : edits;
}

function regrouped({ from, to }: { from: number; to: number }, insert: string, text: string): Edit {
  const space = insert === "" ? (/^\s*/.exec(text.slice(to))?.[0].length ?? 0) : 0;
  return { from, to: to + space, insert };
}
