/** How often targets are scraped. */
export interface ScrapeIntervals {
  /** By the value of the label `job`. */
  readonly byJob: ReadonlyMap<string, KnownInterval>;
  /** No other target is scraped more often. */
  readonly shortest?: KnownInterval;
}

/** A scrape interval that a file or a server tells. */
export interface KnownInterval {
  readonly seconds: number;
  /** The file and line, such as `prometheus.yml:3`, or the page of a server. */
  readonly from: string;
}

/** The shorter of two; of equal ones the first. */
export function shorterInterval(a: KnownInterval | undefined, b: KnownInterval): KnownInterval {
  return a && a.seconds <= b.seconds ? a : b;
}
