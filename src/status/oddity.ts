import type { Severity } from "../syntax/problem.js";

/** Something about a server that somebody ought to look at. */
export interface Oddity {
  readonly code: OddityCode;
  readonly severity: Severity;
  /** What it is about, where that has a name: a job, a rule, a metric. */
  readonly subject?: string;
  readonly message: string;
  /** What to look at. */
  readonly help: string;
}

/** The kinds of oddities. */
export const oddityCodes = [
  "reload-failed",
  "storage-corrupted",
  "configuration-unread",
  "target-down",
  "nothing-scraped",
  "nothing-discovered",
  "dropped-unlisted",
  "targets-lost",
  "interval-too-long",
  "scrape-near-timeout",
  "rule-failing",
  "group-too-slow",
  "no-alertmanager",
  "heavy-metric",
  "heavy-label",
] as const;

/** The kind of an oddity. */
export type OddityCode = (typeof oddityCodes)[number];
