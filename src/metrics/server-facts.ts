import type { ScrapeIntervals } from "./scrape-intervals.js";

/**
 * What a server has answered about queries, asked before they are linted. It is plain: whatever was not asked, or not
 * answered, is missing, and rules are silent about it.
 */
export interface ServerFacts {
  /** Its address, without credentials. */
  readonly server: string;
  /** When it was asked, by its own clock, in seconds since 1970. */
  readonly time: number;
  /** For how many seconds samples are kept. */
  readonly retention?: number | undefined;
  /** Seconds between two evaluations of a rule, which is the step of a subquery that gives none. */
  readonly evaluationInterval?: number | undefined;
  readonly scrapeIntervals?: ScrapeIntervals | undefined;
  /** Its targets. */
  readonly targets?: readonly TargetState[] | undefined;
  /** Whether any series of that name was stored within the retention. */
  readonly isStored: (metric: string) => boolean | undefined;
  /** How many series a selection gives: a selector in canonical form, or `last_over_time` of one. */
  readonly count: (selection: string) => number | undefined;
  /** When a selection that gives nothing gave a series last. */
  readonly lastSeen: (selection: string) => LastSeen | undefined;
  /** The values that a label has in the series of a metric, those of most series first; empty where none has the label. */
  readonly values: (metric: string, label: string) => readonly string[] | undefined;
  /** What comes of a query, by its text. */
  readonly outcome: (query: string) => QueryOutcome | undefined;
}

/** When there was a series last: seconds since 1970, to within a few minutes or a hundredth of its age; or never while samples are kept. */
export type LastSeen = number | "never";

/** What comes of a query: how many series it gives, or why it fails. */
export type QueryOutcome = { readonly series: number } | { readonly error: string };

/** A target, as far as it explains why something is missing. */
export interface TargetState {
  readonly job: string;
  readonly instance: string;
  readonly health: "up" | "down" | "unknown";
  readonly lastError?: string | undefined;
}
