import { rateWithin } from "../src/analysis/labels/rate-within.js";
import { selectedType } from "../src/analysis/selectors.js";
import { singleStep } from "../src/analysis/single-step.js";
import { withoutParens } from "../src/analysis/without-parens.js";
import { defineRule, type Query } from "../src/lint/rule.js";
import { functionInfo } from "../src/promql/functions.js";
import type { Call, Subquery, VectorSelector } from "../src/syntax/ast.js";
import type { Edit } from "../src/syntax/problem.js";
import { nodesOf } from "../src/syntax/walk.js";

export const rateOfSubquery = defineRule({
  id: "rate-of-subquery",
  summary: "A subquery shows a counter function the counter at its steps only, not every sample",
  category: "counters",
  severity: "info",
  subject: "query",
  needs: "Subquery",

  *check(query) {
    for (const call of nodesOf(query.root, "Call")) {
      const subquery = counterSubquery(call);
      if (!subquery || singleStep(subquery)) continue;

      const selector = withoutParens(subquery.expr);
      if (selector.kind !== "VectorSelector" || !mayBeCounter(selector, query)) continue;

      const edits = readingSamples(subquery, selector, query.text);
      yield {
        at: subquery.brackets,
        message: `\`${call.name.text}()\` sees the counter only at the steps of the subquery, and misses the samples between them`,
        ...(edits
          ? { fixes: [{ title: "Read the samples themselves", safety: "review", edits }] }
          : { help: "put a plain range behind the selector" }),
      };
    }
  },
});

function counterSubquery({ name, args }: Call): Subquery | undefined {
  if (functionInfo(name.text)?.wants !== "counter") return undefined;
  const argument = args[0] && withoutParens(args[0]);
  return argument?.kind === "Subquery" ? argument : undefined;
}

/** What is no counter is another rule's matter. A variable without braces may stand for any expression. */
function mayBeCounter(selector: VectorSelector, query: Query): boolean {
  const { metric, braces, at, extension } = selector;
  if ((metric?.variable && !braces) || at || extension || rateWithin(selector)) return false;
  const series = selectedType(selector, query);
  return series?.type !== "gauge" || series.metric?.cumulative === true;
}

/** `x offset 1h[5m:1m]` becomes `x[5m] offset 1h`. Only where no comment is lost, and one offset at most is there. */
function readingSamples(subquery: Subquery, { span, metric, braces, offset }: VectorSelector, text: string) {
  const { expr, range, brackets } = subquery;
  const lost = text.slice(expr.span.from, span.from) + text.slice(span.to, range.span.from);
  const hasComment = `${lost}${text.slice(range.span.to, brackets.to)}`.includes("#");
  if (hasComment || (offset && (subquery.offset || subquery.at))) return undefined;

  const end = Math.max(metric?.span.to ?? 0, braces?.to ?? 0);
  const plain = `[${text.slice(range.span.from, range.span.to)}]`;
  const edits: Edit[] = [{ from: expr.span.from, to: span.from, insert: "" }];
  if (offset) edits.push({ from: end, to: end, insert: plain }, { from: span.to, to: brackets.to, insert: "" });
  else edits.push({ from: end, to: brackets.to, insert: plain });
  return edits.filter(({ from, to, insert }) => from < to || insert !== "");
}
