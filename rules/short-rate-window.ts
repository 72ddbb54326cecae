import { literalSeconds } from "../src/analysis/literal-seconds.js";
import { metricOf } from "../src/analysis/selectors.js";
import { simplestMatcher } from "../src/analysis/matchers/simplest-matcher.js";
import { withoutParens } from "../src/analysis/without-parens.js";
import { metricNames } from "../src/lint/options.js";
import { defineRule, type Finding, type KnownInterval, type Settings } from "../src/lint/rule.js";
import { formatDuration } from "../src/promql/durations.js";
import { matchesSome } from "../src/promql/name-pattern.js";
import { needsTwoSamples } from "../src/promql/two-samples.js";
import type { DurationExpr, VectorSelector } from "../src/syntax/ast.js";
import { plural } from "../src/syntax/plural.js";
import { nodesOf } from "../src/syntax/walk.js";

export const shortRateWindow = defineRule({
  id: "short-rate-window",
  summary: "A range that is short next to the scrape interval holds too few samples for a rate",
  category: "counters",
  severity: "error",
  subject: "query",
  needs: "Call",
  options: {
    scrapes: {
      type: "number",
      description: "How many scrapes long a range is to be; with fewer than two the result has gaps, whatever is set",
      default: 4,
      minimum: 2,
    },
    exceptMetrics: metricNames("Metrics to leave alone, such as those that are pushed"),
  },

  *check({ root, settings }, { scrapes, exceptMetrics }) {
    for (const { name, args } of nodesOf(root, "Call")) {
      const selector = needsTwoSamples(name.text) && args[0] ? withoutParens(args[0]) : undefined;
      if (selector?.kind !== "RangeSelector" || selector.extension) continue;

      const { vector, range, brackets } = selector;
      const seconds = literalSeconds(range);
      const interval = intervalOf(vector, settings);
      const metric = metricOf(vector)?.text ?? "";
      const isLeftAlone = metric.includes(":") || matchesSome(exceptMetrics, metric);
      const isPlain = range.kind === "DurationLiteral" && !range.duration && !range.variable;
      if (seconds !== undefined && isPlain && !isLeftAlone && seconds < (interval?.seconds ?? shortest)) {
        yield withoutUnit(range, seconds, name.text);
        continue;
      }
      if (seconds === undefined || !interval || seconds >= scrapes * interval.seconds || isLeftAlone) continue;

      const longer = formatDuration(scrapes * interval.seconds);
      yield {
        at: brackets,
        message: `with a scrape every ${formatDuration(interval.seconds)} the range holds ${consequence(seconds / interval.seconds, name.text)}`,
        severity: seconds < 2 * interval.seconds ? "error" : "info",
        ...(interval.from !== undefined && { help: `see ${interval.from} for the scrape interval` }),
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

/** Hardly a target is scraped more often, where nothing is known of it: in seconds. */
const shortest = 10;

/** A number without a unit, which is mostly meant to be minutes. */
function withoutUnit({ span }: DurationExpr, seconds: number, name: string): Finding {
  const longer = `${seconds}m`;
  return {
    at: span,
    message: `the range is ${plural(seconds, "second")} long, since a number without a unit is seconds: \`${name}()\` needs two samples in it`,
    severity: "warning",
    fixes: [{ title: `Use \`${longer}\``, safety: "review", edits: [{ ...span, insert: longer }] }],
  };
}

/** What was given for all targets; else that of the job that is asked for; else the shortest one of all. */
function intervalOf(
  { matchers }: VectorSelector,
  settings: Settings,
): (Partial<KnownInterval> & { seconds: number }) | undefined {
  const { scrapeInterval, scrapeIntervals } = settings;
  if (scrapeInterval !== undefined) return { seconds: scrapeInterval };
  for (const matcher of matchers) {
    const { label, op, value = "" } = simplestMatcher(matcher) ?? {};
    const known = label === "job" && op === "=" ? scrapeIntervals?.byJob.get(value) : undefined;
    if (known) return known;
  }
  return scrapeIntervals?.shortest;
}

function consequence(scrapes: number, name: string): string {
  if (scrapes <= 1) return `one sample at most, so \`${name}()\` returns nothing`;
  if (scrapes < 2) return `a single sample at times, so \`${name}()\` has gaps`;
  const failures = scrapes < 3 ? "one failed scrape leaves a gap" : "two failed scrapes in a row leave a gap";
  return `${Math.floor(scrapes)} samples, so ${failures}`;
}
