import { literalSeconds } from "../src/analysis/literal-seconds.js";
import { metricOf } from "../src/analysis/selectors.js";
import { withoutParens } from "../src/analysis/without-parens.js";
import { metricNames } from "../src/lint/options.js";
import { defineRule } from "../src/lint/rule.js";
import { formatDuration } from "../src/promql/durations.js";
import { matchesSome } from "../src/promql/name-pattern.js";
import { needsTwoSamples } from "../src/promql/two-samples.js";
import { nodesOf } from "../src/syntax/walk.js";

export const shortRateWindow = defineRule({
  id: "short-rate-window",
  summary: "A range that is short next to the scrape interval holds too few samples for a rate",
  category: "counters",
  severity: "error",
  subject: "query",
  options: {
    scrapes: {
      type: "number",
      description: "How many scrapes long a range is to be; with fewer than two the result has gaps, whatever is set",
      default: 4,
      minimum: 2,
    },
    exceptMetrics: metricNames("Metrics to leave alone, such as those that are pushed"),
  },

  *check({ root, settings: { scrapeInterval = 0 } }, { scrapes, exceptMetrics }) {
    for (const { name, args } of nodesOf(root, "Call")) {
      const selector = needsTwoSamples(name.text) && args[0] ? withoutParens(args[0]) : undefined;
      if (selector?.kind !== "RangeSelector" || selector.extension) continue;

      const { vector, range, brackets } = selector;
      const seconds = literalSeconds(range);
      const metric = metricOf(vector)?.text ?? "";
      const isLeftAlone = metric.includes(":") || matchesSome(exceptMetrics, metric);
      if (seconds === undefined || seconds >= scrapes * scrapeInterval || isLeftAlone) continue;

      const longer = formatDuration(scrapes * scrapeInterval);
      yield {
        at: brackets,
        message: `with a scrape every ${formatDuration(scrapeInterval)} the range holds ${consequence(seconds / scrapeInterval, name.text)}`,
        severity: seconds < 2 * scrapeInterval ? "error" : "info",
        fixes: [
          {
            title: `Use \`[${longer}]\``,
            safety: "review",
            edits: [{ ...range.span, insert: longer }],
          },
        ],
      };
    }
  },
});

function consequence(scrapes: number, name: string): string {
  if (scrapes <= 1) return `one sample at most, so \`${name}()\` returns nothing`;
  if (scrapes < 2) return `a single sample at times, so \`${name}()\` has gaps`;
  const failures = scrapes < 3 ? "one failed scrape leaves a gap" : "two failed scrapes in a row leave a gap";
  return `${Math.floor(scrapes)} samples, so ${failures}`;
}
