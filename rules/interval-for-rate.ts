import { needsTwoSamples } from "../src/promql/two-samples.js";
import { withoutParens } from "../src/analysis/without-parens.js";
import { defineRule, type Settings } from "../src/lint/rule.js";
import type { Field } from "../src/lint/subject.js";
import { parseDuration } from "../src/promql/durations.js";
import { nodesOf } from "../src/syntax/walk.js";

export const intervalForRate = defineRule({
  id: "interval-for-rate",
  summary: "A rate over `$__interval` has too few samples as soon as the graph is looked at closely",
  category: "dashboards",
  severity: "warning",
  subject: "panel",

  *check({ queries, minInterval }) {
    for (const { expr, query, minInterval: own } of queries) {
      if (!query || isLong(minInterval, query.settings) || isLong(own, query.settings)) continue;

      for (const { name, args } of nodesOf(query.root, "Call")) {
        const selector = needsTwoSamples(name.text) && args[0] ? withoutParens(args[0]) : undefined;
        if (selector?.kind !== "RangeSelector" || selector.extension) continue;
        const { range } = selector;
        if (range.kind !== "DurationLiteral" || !intervals.has(range.text)) continue;

        const at = { field: expr.field, span: range.span };
        yield {
          at,
          message: `\`${range.text}\` may be as short as the scrape interval, and \`${name.text}()\` of a single sample is nothing`,
          fixes: [
            {
              title: "Use `$__rate_interval`",
              safety: "review",
              edits: [{ ...at, insert: "$__rate_interval" }],
            },
          ],
        };
      }
    }
  },
});

const intervals: ReadonlySet<string> = new Set(["$__interval", "${__interval}", "[[__interval]]"]);

/** Seconds between two scrapes that Grafana assumes where nothing else is set. */
const assumedInterval = 15;

/** Whether a least interval holds four samples, which is what `$__rate_interval` sees to; a variable may be as long. */
function isLong(minInterval: Field | undefined, { scrapeInterval = assumedInterval }: Settings): boolean {
  if (!minInterval) return false;
  const seconds = parseDuration(minInterval.text.replace(/^>=?/, "").trim());
  return typeof seconds !== "number" ? minInterval.text.includes("$") : seconds >= 4 * scrapeInterval;
}
