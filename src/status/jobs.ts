import { grouped } from "../syntax/grouped.js";
import type { DroppedTarget, ServiceDiscovery, Target } from "../prometheus/index.js";
import { withoutCredentials } from "../prometheus/server-url.js";
import type { PrometheusMajor } from "../relabel/relabel.js";
import type { Configuration } from "./configuration.js";
import { type DroppedGroup, explainDropped, unlistedGroup, vanishedGroups } from "./dropped.js";

/** The targets of a job: how many discovery found, how many are scraped, and why the others are not. */
export interface JobStatus {
  readonly job: string;
  /** Seconds, where the configuration tells. */
  readonly interval?: number | undefined;
  readonly discovered: number;
  readonly active: number;
  readonly up: number;
  readonly down: number;
  /** Not scraped yet. */
  readonly unknown: number;
  readonly dropped: number;
  readonly whyDropped: readonly DroppedGroup[];
  /** What keeps targets down, most frequent first. */
  readonly errors: readonly TargetError[];
  /** How many more discovery found, by the server's own metrics, than are active or dropped or known to vanish. */
  readonly lost: number;
}

/** What the last scrape of some targets said: of the first of them, where only addresses differ. */
export interface TargetError {
  readonly error: string;
  /** Their addresses, without parameters and credentials. */
  readonly targets: readonly string[];
}

/** What is known of the targets of all jobs: those of the configuration first, in its order. */
export function jobStatuses(
  discovery: ServiceDiscovery,
  configuration: Configuration | undefined,
  discovered: ReadonlyMap<string, number> | undefined,
  major: PrometheusMajor,
): readonly JobStatus[] {
  const active = grouped(discovery.active, poolOf);
  const dropped = grouped(discovery.dropped.map(withJob), poolOf);
  const known = configuration?.jobs ?? new Map<string, undefined>();
  const counted = [...(discovery.droppedCounts ?? [])].filter(([, count]) => count > 0).map(([job]) => job);
  const jobs = new Set([...known.keys(), ...active.keys(), ...dropped.keys(), ...counted]);
  return Array.from(jobs, (job) => {
    const own = active.get(job) ?? [];
    const listed = dropped.get(job) ?? [];
    const settings = known.get(job);
    const droppedCount = Math.max(listed.length, discovery.droppedCounts?.get(job) ?? 0);
    const unlisted = droppedCount - listed.length;
    const vanished = vanishedGroups(settings, major);
    const found = own.length + droppedCount + vanished.reduce((sum, { count }) => sum + count, 0);
    const health = (state: Target["health"]) => own.filter((target) => target.health === state).length;
    return {
      job,
      interval: settings?.interval ?? own[0]?.scrapeInterval,
      discovered: found,
      active: own.length,
      up: health("up"),
      down: health("down"),
      unknown: health("unknown"),
      dropped: droppedCount,
      whyDropped: [
        ...explainDropped(job, listed, settings, major),
        ...vanished,
        ...(unlisted > 0 ? [unlistedGroup(unlisted, settings?.keepDropped)] : []),
      ],
      errors: errorsOf(own),
      lost: Math.max(0, (discovered?.get(job) ?? 0) - found),
    };
  });
}

/**
 * Old servers, such as Prometheus 2.42, let relabelling write into what they show as discovered, where the last label
 * by name is lost as another comes in. The operator keeps the name of the job in a label that stays.
 */
function withJob(target: DroppedTarget): DroppedTarget {
  const { scrapePool, discoveredLabels } = target;
  const job = scrapePool || discoveredLabels["__tmp_prometheus_job_name"];
  if (!job || discoveredLabels["job"] !== undefined) return target;
  return { scrapePool: job, discoveredLabels: { ...discoveredLabels, job } };
}

function poolOf({ scrapePool }: { readonly scrapePool: string }): string {
  return scrapePool;
}

function errorsOf(targets: readonly Target[]): readonly TargetError[] {
  const down = targets
    .filter(({ health }) => health === "down")
    .map(({ lastError = "the server does not say why", scrapeUrl }) => ({
      address: withoutCredentials(scrapeUrl),
      error: withoutAddress(lastError, scrapeUrl),
    }));
  const groups = grouped(down, ({ error }) => error.replace(/(?<![\w.:[\]-])[\w.:[\]-]+:\d+/g, ""));
  return Array.from(groups.values(), (own) => ({
    error: own[0]?.error ?? "",
    targets: own.map(({ address }) => address),
  })).sort((a, b) => b.targets.length - a.targets.length);
}

/** Go begins with the method and the address, which may hold a token. */
function withoutAddress(error: string, scrapeUrl: string): string {
  return error.replace(`Get "${scrapeUrl}": `, "").replace(/https?:\/\/[^\s"'`]+/g, (url) => withoutCredentials(url));
}
