import type { Metrics } from "../metrics/metrics.js";
import { isCumulative, type SeriesType } from "../metrics/series-type.js";
import type { Expr } from "../syntax/ast.js";
import { metricOf, selectedType, sourceSelector } from "./selectors.js";

/** What makes one value of the samples of each series in a range. */
export interface OneValue {
  /** What is known of the metric, and what follows from it. */
  readonly what: string;
  /** Function names, or a template with `…` for the range vector; the likeliest first. */
  readonly functions: readonly string[];
  /** Whether the metric says so; otherwise it is one of several meanings. */
  readonly certain: boolean;
}

/** How one value is made of the samples that a range vector holds. */
export function oneValueOf(range: Expr, known: { readonly metrics: Metrics }): OneValue {
  const selector = sourceSelector(range);
  const series = selector && selectedType(selector, known);
  const name = (selector && metricOf(selector)?.text) ?? "the metric";
  if (series?.part === "bucket" && series.type === "histogram") {
    const quantile = "histogram_quantile(0.9, sum by (le) (rate(…)))";
    const what = `\`${name}\` holds the buckets of a histogram, from which \`histogram_quantile()\` estimates a quantile`;
    return { what, functions: [quantile, "rate"], certain: true };
  }
  if (series && isCumulative(series)) {
    const what = `\`${name}\` ${cumulativeInWords(series)}, so take its rate of increase`;
    return { what, functions: ["rate", "increase", "irate"], certain: true };
  }
  if (series && series.type !== "unknown") {
    const kind = series.type === "gauge" ? "is a gauge" : "goes up and down";
    return { what: `\`${name}\` ${kind}, so aggregate its samples over time`, functions: overTime, certain: true };
  }
  if (!selector) return { what: "aggregate the results over time", functions: overTime, certain: true };
  return {
    what: "`rate()` for a counter, `avg_over_time()` for a gauge",
    functions: ["rate", "avg_over_time"],
    certain: false,
  };
}

function cumulativeInWords({ type, part }: SeriesType): string {
  if (type === "counter") return "is a counter";
  if (part === "sum" || part === "count") return `is a cumulative ${part}`;
  return type === "histogram" ? "is a histogram of counters" : "only goes up";
}

const overTime = ["avg_over_time", "max_over_time", "min_over_time", "last_over_time"];
