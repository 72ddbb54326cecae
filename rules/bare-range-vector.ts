import { metricOf, selectedType, sourceSelector } from "../src/analysis/selectors.js";
import { valueType } from "../src/analysis/value-type.js";
import { withoutParens } from "../src/analysis/without-parens.js";
import { defineRule, type Query, type Use } from "../src/lint/rule.js";
import { isCumulative, type SeriesType } from "../src/metrics/series-type.js";
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
      fixes: functions.filter((name) => fits(range, name)).map((name) => wrap(range, name, safety)),
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
  const name = (selector && metricOf(selector)?.text) ?? "the metric";
  if (series?.part === "bucket" && series.type === "histogram") {
    const quantile = "histogram_quantile(0.9, sum by (le) (rate(…)))";
    const what = `\`${name}\` holds the buckets of a histogram, from which \`histogram_quantile()\` estimates a quantile`;
    return { what, functions: [quantile, "rate"], safety: "review" };
  }
  if (series && isCumulative(series)) {
    return {
      what: `\`${name}\` ${cumulativeInWords(series)}, so take its rate of increase`,
      functions: ["rate", "increase", "irate"],
      safety: "review",
    };
  }
  if (series && series.type !== "unknown") {
    const kind = series.type === "gauge" ? "is a gauge" : "goes up and down";
    return {
      what: `\`${name}\` ${kind}, so aggregate its samples over time`,
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

function cumulativeInWords({ type, part }: SeriesType): string {
  if (type === "counter") return "is a counter";
  if (part === "sum" || part === "count") return `is a cumulative ${part}`;
  return type === "histogram" ? "is a histogram of counters" : "only goes up";
}

const overTime = ["avg_over_time", "max_over_time", "min_over_time", "last_over_time"];

/** Prometheus takes `anchored` and `smoothed` ranges within few functions. */
function fits(range: RangeSelector | Subquery, name: string): boolean {
  const isExtended = range.kind === "RangeSelector" && range.extension;
  return !isExtended || name === "rate" || name === "increase";
}

function wrap({ span }: Expr, name: string, safety: FixSafety): Fix {
  const [before = "", after = ""] = name.includes("…") ? name.split("…") : [`${name}(`, ")"];
  return {
    title: `Use \`${name.replace(/\(.*/, "")}()\``,
    safety,
    edits: [
      { from: span.from, to: span.from, insert: before },
      { from: span.to, to: span.to, insert: after },
    ],
  };
}
