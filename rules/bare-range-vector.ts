import { sourceSelector, selectedType } from "../src/analysis/selectors.js";
import { valueType } from "../src/analysis/value-type.js";
import { defineRule, type Query, type Use } from "../src/lint/rule.js";
import { isCumulative } from "../src/metrics/series-type.js";
import type { Expr, RangeSelector, Subquery } from "../src/syntax/ast.js";
import type { Fix, FixSafety } from "../src/syntax/problem.js";

export const bareRangeVector = defineRule({
  id: "bare-range-vector",
  summary: "A range vector cannot be graphed, recorded or alerted on",
  category: "selectors",
  severity: "error",
  subject: "query",

  *check(query) {
    if (query.use === "instant" || valueType(query.root) !== "matrix") return;

    const range = withoutParens(query.root);
    if (range.kind !== "RangeSelector" && range.kind !== "Subquery") return;

    const { what, functions, safety } = meaning(range, query);
    yield {
      at: range.span,
      message: `a range vector holds many samples per series, so ${consequences[query.use]}`,
      help: `make one value of the samples: ${what}`,
      fixes: functions.map((name) => wrap(range, name, safety)),
    };
  },
});

const consequences = {
  range: "it cannot be graphed or alerted on",
  alert: "the alerting rule fails and never fires",
  record: "the recording rule fails and records nothing",
} as const satisfies Record<Exclude<Use, "instant">, string>;

interface Meaning {
  /** What is known, and what follows from it. */
  readonly what: string;
  /** Function names, or a template with `…` for the range vector; the likeliest first. */
  readonly functions: readonly string[];
  readonly safety: FixSafety;
}

function meaning(range: RangeSelector | Subquery, query: Query): Meaning {
  const selector = sourceSelector(range);
  const series = selector && selectedType(selector, query);
  const name = selector?.metric?.text ?? "the metric";
  if (series?.part === "bucket" && series.type === "histogram") {
    const quantile = "histogram_quantile(0.9, sum by (le) (rate(…)))";
    const what = `\`${name}\` holds the buckets of a histogram, from which \`histogram_quantile()\` estimates a quantile`;
    return { what, functions: [quantile, "rate"], safety: "review" };
  }
  if (series && isCumulative(series)) {
    const kind = series.type === "counter" ? "a counter" : "a cumulative sum";
    return {
      what: `\`${name}\` is ${kind}, so take its rate of increase`,
      functions: ["rate", "increase", "irate"],
      safety: "review",
    };
  }
  if (series && series.type !== "unknown") {
    return {
      what: `\`${name}\` is a gauge, so aggregate its samples over time`,
      functions: overTime,
      safety: "review",
    };
  }
  if (!selector) return { what: "aggregate the results over time", functions: overTime, safety: "review" };
  return {
    what: "`rate()` for a counter, `avg_over_time()` for a gauge",
    functions: ["rate", "avg_over_time"],
    safety: "suggestion",
  };
}

const overTime = ["avg_over_time", "max_over_time", "min_over_time", "last_over_time"];

function wrap({ span }: Expr, name: string, safety: FixSafety): Fix {
  const [before = "", after = ""] = name.includes("…") ? name.split("…") : [`${name}(`, ")"];
  return {
    title: `Use \`${name.replace("…", "")}${name.includes("…") ? "" : "()"}\``,
    safety,
    edits: [
      { from: span.from, to: span.from, insert: before },
      { from: span.to, to: span.to, insert: after },
    ],
  };
}

function withoutParens(expr: Expr): Expr {
  return expr.kind === "Paren" ? withoutParens(expr.expr) : expr;
}
