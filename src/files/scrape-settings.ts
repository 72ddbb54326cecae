import type { KnownInterval, Settings } from "../lint/rule.js";
import { shorterInterval as shorter } from "../metrics/scrape-intervals.js";
import { lineStarts, positionAt } from "../syntax/lines.js";
import type { Source } from "./source.js";

/**
 * What the files of a run say together of scrape intervals, for {@link Settings}. Where they differ the shortest counts,
 * so that what a rule finds is true whatever target a series comes from.
 */
export function scrapeSettings(sources: readonly Source[]): Settings {
  const byJob = new Map<string, KnownInterval>();
  const all: KnownInterval[] = [];
  const defaults: KnownInterval[] = [];
  const jobs: string[] = [];
  for (const { path, text, scrapeIntervals } of sources) {
    const starts = scrapeIntervals.length > 0 ? lineStarts(text) : [];
    for (const { of, seconds, at } of scrapeIntervals) {
      if (seconds === undefined) {
        if (typeof of === "object") jobs.push(of.job);
        continue;
      }
      const known: KnownInterval = { seconds, from: `${path}:${positionAt(starts, at.from).line}` };
      all.push(known);
      if (of === "default") defaults.push(known);
      if (typeof of === "object") byJob.set(of.job, shorter(byJob.get(of.job), known));
    }
  }
  const usual = defaults.reduce(shorter, defaults[0]);
  if (!usual) return byJob.size > 0 ? { scrapeIntervals: { byJob } } : {};
  for (const job of jobs) byJob.set(job, shorter(byJob.get(job), usual));
  return { scrapeIntervals: { byJob, shortest: all.reduce(shorter, usual) } };
}
