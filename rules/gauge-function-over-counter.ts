import { metricOf, selectedType, sourceSelector } from "../src/analysis/selectors.js";
import { metricNames } from "../src/lint/options.js";
import { defineRule, type Finding } from "../src/lint/rule.js";
import { isCumulative, type SeriesType } from "../src/metrics/series-type.js";
import { functionInfo } from "../src/promql/functions.js";
import { matchesSome } from "../src/promql/name-pattern.js";
import type { Call } from "../src/syntax/ast.js";
import type { Fix, FixSafety } from "../src/syntax/problem.js";
import { nodesOf } from "../src/syntax/walk.js";

export const gaugeFunctionOverCounter = defineRule({
  id: "gauge-function-over-counter",
  summary: "A gauge function reads a counter reset as a fall",
  category: "counters",
  severity: "warning",
  subject: "query",
  needs: "Call",
  options: {
    exceptMetrics: metricNames("Metrics to leave alone, such as gauges that are called `_total`"),
  },

  *check(query, { exceptMetrics }) {
    for (const call of nodesOf(query.root, "Call")) {
      if (functionInfo(call.name.text)?.wants !== "gauge") continue;

      const selector = call.args[0] && sourceSelector(call.args[0]);
      const metric = selector && metricOf(selector);
      if (!metric || !isKnownCounter(selectedType(selector, query)) || matchesSome(exceptMetrics, metric.text))
        continue;

      yield {
        at: metric.span,
        message: `\`${call.name.text}()\` reads a reset of the counter \`${metric.text}\` as a fall`,
        ...adviceFor(call),
      };
    }
  },
});

function isKnownCounter(series: SeriesType | undefined): boolean {
  return series !== undefined && isCumulative(series) && series.type !== "gauge";
}

function adviceFor(call: Call): Pick<Finding, "help" | "fixes"> {
  switch (call.name.text) {
    case "delta":
      return { fixes: [use("increase", call, "review")] };
    case "deriv":
      return { fixes: [use("rate", call, "review")] };
    case "idelta":
      return { fixes: [use("increase", call, "suggestion"), use("irate", call, "suggestion")] };
    case "predict_linear":
      return { help: "add what `rate()` gives, times the seconds, to the counter" };
    default:
      return {};
  }
}

function use(name: string, call: Call, safety: FixSafety): Fix {
  return { title: `Use \`${name}()\``, safety, edits: [{ ...call.name.span, insert: name }] };
}
