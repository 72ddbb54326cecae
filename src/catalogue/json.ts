import type { CatalogueEntry } from "./entry.js";
import type { CatalogueRun, Outcome, SampleOfResult } from "./outcome.js";
import { numberText } from "../results/number.js";

const version = 1;

/** The entries for programs. Ends with a line break. */
export function listJson(entries: readonly CatalogueEntry[]): string {
  return json({ version, entries: entries.map(({ exporter, ...entry }) => ({ exporter: exporter.name, ...entry })) });
}

/** A run for programs: sample values are strings, as in Prometheus' API, times seconds. Ends with a line break. */
export function runJson({ server, outcomes, summary }: CatalogueRun): string {
  return json({ version, server, outcomes: outcomes.map(outcomeOf), summary });
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
      return { ...head, message: outcome.message };
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

/** What JSON allows within strings, and a terminal obeys or hides. */
const unsafeOnTerminals = /[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

function json(value: object): string {
  const text = JSON.stringify(value, null, 2);
  return `${text.replace(unsafeOnTerminals, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`)}\n`;
}
