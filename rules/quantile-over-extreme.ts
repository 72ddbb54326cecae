import { bucketsOf } from "../src/analysis/buckets.js";
import { labelOf } from "../src/analysis/labels/branch.js";
import { histogramArgument } from "../src/analysis/histogram-argument.js";
import { isImpossible } from "../src/analysis/labels/label-fact.js";
import { labels } from "../src/analysis/labels/labels.js";
import { hasOnePerGroup } from "../src/analysis/labels/one-per-group.js";
import { passedOn } from "../src/analysis/labels/passed-on.js";
import { rateWithin } from "../src/analysis/labels/rate-within.js";
import { defineRule, type Query } from "../src/lint/rule.js";
import { selectsSeries } from "../src/promql/aggregators.js";
import type { Aggregation, Call, Expr } from "../src/syntax/ast.js";
import type { Fix } from "../src/syntax/problem.js";
import { nodesOf } from "../src/syntax/walk.js";

export const quantileOverExtreme = defineRule({
  id: "quantile-over-extreme",
  summary: "The highest or lowest value of each bucket makes no histogram",
  category: "histograms",
  severity: "warning",
  subject: "query",
  needs: "Call",

  *check(query) {
    for (const call of nodesOf(query.root, "Call")) {
      const histograms = histogramArgument(call);
      const extreme = histograms && extremeIn(histograms);
      if (!extreme) continue;

      if (extreme.kind === "Call") {
        const message = `\`${extreme.name.text}()\` takes each bucket from another time, so the buckets are no histogram`;
        yield { at: extreme.name.span, message, help: "use `avg_over_time()`, or take the quantile first" };
        continue;
      }
      const { text, span } = extreme.op;
      const leavesNothing = holdsNoBuckets(histograms, query);
      yield {
        at: span,
        message: leavesNothing
          ? `\`${text}\` leaves native histograms out, so \`${call.name.text}()\` finds nothing`
          : `\`${text}\` may take each bucket from another series, so the buckets are no histogram`,
        ...(extreme.param ? { help: "use `sum`" } : { fixes: [summed(extreme)] }),
      };
    }
  },
});

/** What chooses a value for each bucket by itself, right below the function; replicas of one series are nearly equal. */
function extremeIn(histograms: Expr): Aggregation | Call | undefined {
  let expr: Expr | undefined = histograms;
  while (expr) {
    if (expr.kind === "Aggregation") {
      if (extremes.has(expr.op.text)) return mergesReplicas(expr) || hasOnePerGroup(expr) ? undefined : expr;
      expr = selectsSeries(expr.op.text) ? expr.expr : undefined;
    } else if (expr.kind === "Call" && expr.name.text.endsWith("_over_time")) return ofRates(expr) ? expr : undefined;
    else expr = passedOn(expr);
  }
  return undefined;
}

const extremes: ReadonlySet<string> = new Set(["max", "min", "quantile"]);

/** `max without (replica)`: the label by which Prometheus servers that scrape the same differ. */
function mergesReplicas({ grouping }: Aggregation): boolean {
  const listed = grouping?.mode.text === "without" ? grouping.labels : [];
  return listed.length > 0 && listed.every(({ text }) => /replica$|^prometheus$/.test(text));
}

/** The highest value of a growing counter is its newest, so that counters remain a histogram. */
function ofRates({ name, args }: Call): boolean {
  const range = args.at(-1);
  return /^(?:max|min|quantile)_over_time$/.test(name.text) && range !== undefined && rateWithin(range) !== undefined;
}

function holdsNoBuckets(histograms: Expr, query: Query): boolean {
  const isClassic = nodesOf(histograms, "VectorSelector").some(
    (selector) => bucketsOf(selector, query) || selector.matchers.some(({ label }) => label.text === "le"),
  );
  return !isClassic && labels(histograms).every((branch) => isImpossible(labelOf(branch, "le")));
}

function summed({ op }: Aggregation): Fix {
  return { title: "Use `sum`", safety: "review", edits: [{ ...op.span, insert: "sum" }] };
}
