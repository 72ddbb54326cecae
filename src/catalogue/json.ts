import type { Diagnostic } from "../lint/rule.js";
import { jsonText } from "../report/json-text.js";
import { resultValue } from "../results/json.js";
import { numberText } from "../promql/numbers.js";
import type { CatalogueEntry } from "./entry.js";
import type { CatalogueRun, Outcome, SampleOfResult } from "./outcome.js";
import type { EntryRun } from "./run.js";

const version = 1;

/** The entries for programs. Ends with a line break. */
export function listJson(entries: readonly CatalogueEntry[]): string {
  return jsonText({
    version,
    entries: entries.map(({ exporter, ...entry }) => ({ exporter: exporter.name, ...entry })),
  });
}

/** A run for programs: sample values are strings, as in Prometheus' API, times seconds. Ends with a line break. */
export function runJson({ server, outcomes, summary }: CatalogueRun): string {
  return jsonText({ version, server, outcomes: outcomes.map(outcomeOf), summary });
}

/**
 * One entry for programs, with what is found in its wrong ways, and its result as Prometheus' API has it. Ends with a line
 * break.
 */
export function showJson(
  server: string,
  { outcome, answer }: EntryRun,
  findings: (query: string) => readonly Diagnostic[],
): string {
  const { exporter, wrong = [], ...entry } = outcome.entry;
  const ways = wrong.map((way) => ({
    ...way,
    findings: findings(way.query).map(({ code, severity, message, at }) => ({ code, severity, message, at })),
  }));
  return jsonText({
    version,
    server,
    entry: { exporter: exporter.name, ...entry, wrong: ways },
    outcome: outcomeOf(outcome),
    data: answer && { resultType: answer.result.type, result: resultValue(answer.result) },
  });
}

function outcomeOf(outcome: Outcome): object {
  const { id, query, exporter } = outcome.entry;
  const head = { id, exporter: exporter.name, status: outcome.status, query };
  switch (outcome.status) {
    case "ok": {
      const { series, example, warnings, infos } = outcome;
      return { ...head, series, example: example && exampleOf(example), warnings, infos };
    }
    case "empty":
      return { ...head, reason: outcome.reason };
    case "error":
      return { ...head, message: outcome.message, help: outcome.help };
  }
}

function exampleOf({ labels, sample }: SampleOfResult): object {
  if ("text" in sample) return { labels, ...sample };
  if ("value" in sample) return { labels, time: sample.time, value: numberText(sample.value) };
  const { count, sum, buckets } = sample.histogram;
  return {
    labels,
    time: sample.time,
    histogram: {
      count: numberText(count),
      sum: numberText(sum),
      buckets: buckets.map((bucket) => ({
        closed: bucket.closed,
        lower: numberText(bucket.lower),
        upper: numberText(bucket.upper),
        count: numberText(bucket.count),
      })),
    },
  };
}
