import type { Labels } from "./result.js";
import {
  arrayAt,
  objectAt,
  optionalDate,
  optionalDuration,
  optionalNumber,
  optionalText,
  textAt,
  textsAt,
} from "./shape.js";

/** A target that a server scrapes. */
export interface Target {
  /** After relabelling, as its series carry them. */
  readonly labels: Labels;
  /** What service discovery found, before relabelling; its `job` is the job's name in the configuration. */
  readonly discoveredLabels: Labels;
  /** The job's name in the configuration. */
  readonly scrapePool: string;
  /** As the server gives it: it may hold parameters. */
  readonly scrapeUrl: string;
  /** `unknown` until the first scrape. */
  readonly health: "up" | "down" | "unknown";
  readonly lastError?: string | undefined;
  readonly lastScrape?: Date | undefined;
  /** Seconds that the last scrape took. */
  readonly lastScrapeDuration?: number | undefined;
  /** Seconds. */
  readonly scrapeInterval?: number | undefined;
  /** Seconds. */
  readonly scrapeTimeout?: number | undefined;
}

/** What service discovery found and relabelling left out. */
export interface DroppedTarget {
  readonly discoveredLabels: Labels;
  /** The job's name in the configuration; empty where neither the server nor the labels say it. */
  readonly scrapePool: string;
}

/** Everything that service discovery found. */
export interface ServiceDiscovery {
  readonly active: readonly Target[];
  /** May be fewer than were dropped: `keep_dropped_targets` limits what a server remembers. */
  readonly dropped: readonly DroppedTarget[];
  /** How many were dropped, by scrape pool; only Prometheus 2.51 and newer count them. */
  readonly droppedCounts?: ReadonlyMap<string, number> | undefined;
}

/** The active targets of an answer to `/targets`; throws `UnexpectedShape`. */
export function decodeTargets(data: unknown): readonly Target[] {
  return arrayAt(objectAt(data, "data")["activeTargets"] ?? [], "activeTargets").map(decodeTarget);
}

/** An answer to `/targets`; throws `UnexpectedShape`. */
export function decodeServiceDiscovery(data: unknown): ServiceDiscovery {
  const { droppedTargets, droppedTargetCounts } = objectAt(data, "data");
  return {
    active: decodeTargets(data),
    dropped: arrayAt(droppedTargets ?? [], "droppedTargets").map(decodeDropped),
    droppedCounts: droppedTargetCounts == null ? undefined : decodeCounts(droppedTargetCounts),
  };
}

/** The names in an answer to `/scrape_pools`; throws `UnexpectedShape`. */
export function decodeScrapePools(data: unknown): readonly string[] {
  const pools = arrayAt(objectAt(data, "data")["scrapePools"] ?? [], "scrapePools");
  return pools.map((name) => textAt(name, "a scrape pool"));
}

function decodeTarget(value: unknown): Target {
  const target = objectAt(value, "a target");
  const health = target["health"];
  return {
    labels: textsAt(target["labels"], "a target's labels"),
    discoveredLabels: textsAt(target["discoveredLabels"] ?? {}, "a target's discoveredLabels"),
    scrapePool: optionalText(target["scrapePool"]) ?? "",
    scrapeUrl: textAt(target["scrapeUrl"], "a target's scrapeUrl"),
    health: health === "up" || health === "down" ? health : "unknown",
    lastError: optionalText(target["lastError"]),
    lastScrape: optionalDate(target["lastScrape"]),
    lastScrapeDuration: optionalNumber(target["lastScrapeDuration"]),
    scrapeInterval: optionalDuration(target["scrapeInterval"]),
    scrapeTimeout: optionalDuration(target["scrapeTimeout"]),
  };
}

function decodeDropped(value: unknown): DroppedTarget {
  const target = objectAt(value, "a dropped target");
  const discoveredLabels = textsAt(target["discoveredLabels"], "a dropped target's discoveredLabels");
  return { discoveredLabels, scrapePool: optionalText(target["scrapePool"]) ?? discoveredLabels["job"] ?? "" };
}

function decodeCounts(value: unknown): ReadonlyMap<string, number> {
  const counts = Object.entries(objectAt(value, "droppedTargetCounts"));
  return new Map(counts.map(([pool, count]) => [pool, optionalNumber(count) ?? 0]));
}
