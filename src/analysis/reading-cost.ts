import type { ServerFacts } from "../metrics/server-facts.js";
import { askedJob } from "./asked-job.js";
import { literalSeconds } from "./literal-seconds.js";
import type { Reading } from "./readings.js";
import { seriesNow } from "./selections.js";
import { simplestMatcher } from "./matchers/simplest-matcher.js";

/** What one evaluation of a query reads of a selector, about. */
export interface Cost {
  readonly reading: Reading;
  readonly series: number;
  readonly samples: number;
}

/** What is needed to tell costs. */
export type CostFacts = Pick<ServerFacts, "count" | "scrapeIntervals" | "evaluationInterval" | "retention">;

/** Seconds between two scrapes, and between two evaluations, unless a server is told otherwise. */
const usualInterval = 60;

/** What a selector costs; nothing where the server has not answered, or a variable leaves out series. */
export function readingCost(reading: Reading, server: CostFacts): Cost | undefined {
  const { selector, ranges } = reading;
  const selection = seriesNow(selector);
  const series = selection === undefined ? undefined : server.count(selection);
  if (series === undefined || selector.matchers.some((matcher) => !simplestMatcher(matcher))) return undefined;

  const { byJob, shortest } = server.scrapeIntervals ?? {};
  const scrapes = (byJob?.get(askedJob(selector) ?? "") ?? shortest)?.seconds ?? usualInterval;
  const evaluations = server.evaluationInterval ?? usualInterval;
  let perSeries = 1;
  for (const range of ranges) {
    const step = range.kind === "Subquery" ? (literalSeconds(range.step) ?? evaluations) : scrapes;
    const length = Math.min(literalSeconds(range.range) ?? 0, server.retention ?? Infinity);
    perSeries *= Math.max(1, length / step);
  }
  return { reading, series, samples: Math.round(series * perSeries) };
}
