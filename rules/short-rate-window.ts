import { literalSeconds } from "../src/analysis/literal-seconds.js";
import { metricOf } from "../src/analysis/selectors.js";
import { withoutParens } from "../src/analysis/without-parens.js";
import { defineRule } from "../src/lint/rule.js";
import { formatDuration } from "../src/promql/durations.js";
import { needsTwoSamples } from "../src/promql/two-samples.js";
import { nodesOf } from "../src/syntax/walk.js";

export const shortRateWindow = defineRule({
  id: "short-rate-window",
  summary: "A range that is short next to the scrape interval holds too few samples for a rate",
  category: "counters",
  severity: "error",
  subject: "query",

  *check({ root, settings: { scrapeInterval = 0 } }) {
    for (const { name, args } of nodesOf(root, "Call")) {
      const selector = needsTwoSamples(name.text) && args[0] ? withoutParens(args[0]) : undefined;
      if (selector?.kind !== "RangeSelector" || selector.extension) continue;

      const { vector, range, brackets } = selector;
      const seconds = literalSeconds(range);
      const isRecorded = metricOf(vector)?.text.includes(":");
      if (seconds === undefined || seconds >= enough * scrapeInterval || isRecorded) continue;

      const longer = formatDuration(enough * scrapeInterval);
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

/** Scrapes in a range, so that one or two of them may fail. */
const enough = 4;

function consequence(scrapes: number, name: string): string {
  if (scrapes <= 1) return `one sample at most, so \`${name}()\` returns nothing`;
  if (scrapes < 2) return `a single sample at times, so \`${name}()\` has gaps`;
  const failures = scrapes < 3 ? "one failed scrape leaves a gap" : "two failed scrapes in a row leave a gap";
  return `${Math.floor(scrapes)} samples, so ${failures}`;
}
