import { singleStep, type SingleStep } from "../src/analysis/single-step.js";
import { takesRange } from "../src/analysis/takes-range.js";
import { withoutParens } from "../src/analysis/without-parens.js";
import { defineRule } from "../src/lint/rule.js";
import { formatDuration } from "../src/promql/durations.js";
import { needsTwoSamples } from "../src/promql/two-samples.js";
import type { Subquery } from "../src/syntax/ast.js";
import type { Fix } from "../src/syntax/problem.js";
import { nodesOf } from "../src/syntax/walk.js";

export const singleSampleSubquery = defineRule({
  id: "single-sample-subquery",
  summary: "A subquery whose step is as long as its range gives one sample, and the function needs two",
  category: "counters",
  severity: "warning",
  subject: "query",
  needs: "Subquery",

  *check(query) {
    for (const call of nodesOf(query.root, "Call")) {
      const outcome = outcomeOf(call.name.text);
      const subquery = call.args[0] && withoutParens(call.args[0]);
      if (!outcome || subquery?.kind !== "Subquery") continue;

      const single = singleStep(subquery);
      if (!single) continue;

      yield {
        at: subquery.brackets,
        message: `at most one step of the subquery falls into the range, so \`${call.name.text}()\` ${outcome}`,
        fixes: [fixFor(subquery, single)],
      };
    }
  },
});

/** What comes out of a single sample. */
function outcomeOf(name: string): string | undefined {
  if (needsTwoSamples(name)) return "returns nothing";
  return ["changes", "mad_over_time", "resets", "stddev_over_time", "stdvar_over_time"].includes(name)
    ? "is always 0"
    : undefined;
}

/** A subquery of a plain selector is better read as a range of samples. */
function fixFor({ expr, range, brackets }: Subquery, { step, rangeSeconds }: SingleStep): Fix {
  if (takesRange(expr)) {
    const edits = [{ from: range.span.to, to: brackets.to - 1, insert: "" }];
    return { title: "Read the samples themselves", safety: "review", edits };
  }
  const shorter = formatDuration(rangeSeconds / 5);
  return { title: `Use a step of \`${shorter}\``, safety: "suggestion", edits: [{ ...step.span, insert: shorter }] };
}
