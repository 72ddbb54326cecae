import { metricOf, selectedType, sourceSelector } from "../src/analysis/selectors.js";
import { metricNames } from "../src/lint/options.js";
import { defineRule } from "../src/lint/rule.js";
import { isCumulative, type SeriesType } from "../src/metrics/series-type.js";
import { functionInfo } from "../src/promql/functions.js";
import { matchesSome } from "../src/promql/name-pattern.js";
import type { Call } from "../src/syntax/ast.js";
import type { Fix } from "../src/syntax/problem.js";
import { nodesOf } from "../src/syntax/walk.js";

export const rateOverGauge = defineRule({
  id: "rate-over-gauge",
  summary: "A counter function reads every drop of a gauge as a counter reset",
  category: "counters",
  severity: "error",
  subject: "query",
  needs: "Call",
  options: {
    exceptMetrics: metricNames("Metrics to leave alone, such as time stamps, whose rate shows how fast a clock runs", [
      "*_time",
      "*_time_seconds",
      "*_timestamp",
      "*_timestamp_seconds",
    ]),
  },

  *check(query, { exceptMetrics }) {
    for (const call of nodesOf(query.root, "Call")) {
      if (functionInfo(call.name.text)?.wants !== "counter") continue;

      const selector = call.args[0] && sourceSelector(call.args[0]);
      const metric = selector && metricOf(selector);
      if (!metric || !isKnownGauge(selectedType(selector, query)) || matchesSome(exceptMetrics, metric.text)) continue;

      const replacement = call.name.text === "increase" ? "delta" : "deriv";
      yield {
        at: metric.span,
        message: `\`${call.name.text}()\` reads every drop of the gauge \`${metric.text}\` as a counter reset`,
        fixes: hasExtension(call) && replacement === "deriv" ? [] : [use(replacement, call)],
      };
    }
  },
});

function use(name: string, call: Call): Fix {
  return { title: `Use \`${name}()\``, safety: "review", edits: [{ ...call.name.span, insert: name }] };
}

/** Prometheus takes `anchored` and `smoothed` ranges within few functions; `deriv()` is none of them. */
function hasExtension(call: Call): boolean {
  return nodesOf(call, "RangeSelector").some(({ extension }) => extension);
}

/** The name alone is no proof. */
function isKnownGauge(series: SeriesType | undefined): boolean {
  return series?.type === "gauge" && series.how === "table" && !isCumulative(series);
}
