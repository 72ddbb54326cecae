import { type PrometheusClient, PrometheusError, type QueryAnswer } from "../prometheus/index.js";
import { reasonOf } from "../prometheus/reason.js";
import type { StatusFacts, UnreadPart } from "./facts.js";

/** What the status asks of a server. */
export type StatusServer = Pick<
  PrometheusClient,
  | "url"
  | "buildInfo"
  | "runtimeInfo"
  | "flags"
  | "config"
  | "serviceDiscovery"
  | "rules"
  | "alerts"
  | "alertmanagers"
  | "tsdb"
  | "instantQuery"
>;

/** How many of the heaviest metrics and labels are asked for. */
const heaviest = 10;

/**
 * Asks a server for everything that the status shows. What it refuses or lacks is named among `unread`. Rejects with a
 * `PrometheusError` where it gives nothing at all.
 */
export async function askStatus(server: StatusServer): Promise<StatusFacts> {
  const failures: (UnreadPart & { readonly error: PrometheusError })[] = [];
  let answers = 0;
  const parts: string[] = [];
  const part = async <T>(name: string, asked: Promise<T>): Promise<T | undefined> => {
    parts.push(name);
    try {
      const answer = await asked;
      answers++;
      return answer;
    } catch (error) {
      if (!(error instanceof PrometheusError)) throw error;
      failures.push({ part: name, reason: reasonOf(error), error });
      return undefined;
    }
  };
  const [build, runtime, flags, configuration, discovery, ruleGroups, alerts, alertmanagers, tsdb, discovered] =
    await Promise.all([
      part("build", server.buildInfo()),
      part("runtime", server.runtimeInfo()),
      part("flags", server.flags()),
      part("configuration", server.config()),
      part("targets", server.serviceDiscovery()),
      part("rules", server.rules()),
      part("alerts", server.alerts()),
      part("Alertmanagers", server.alertmanagers()),
      part("storage", server.tsdb(heaviest)),
      // An agent answers no queries, and nothing is missing where a server does not store its own metrics.
      server.instantQuery('prometheus_sd_discovered_targets{name="scrape"}').then(discoveredByJob, ignoreRefusal),
    ]);
  const [failure] = failures;
  if (failure && answers === 0) throw failure.error;
  // They arrive in any order.
  failures.sort((a, b) => parts.indexOf(a.part) - parts.indexOf(b.part));
  return {
    server: server.url,
    ...{ build, runtime, flags, configuration, discovery, ruleGroups, alerts, alertmanagers, tsdb, discovered },
    unread: failures.map(({ part: name, reason }) => ({ part: name, reason })),
  };
}

/** Where a server also stores the metrics of others, jobs for which they disagree are left out. */
function discoveredByJob({ result }: QueryAnswer): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const disputed = new Set<string>();
  for (const { labels, sample } of result.type === "vector" ? result.series : []) {
    const job = labels["config"];
    if (job === undefined || !("value" in sample)) continue;
    if ((counts.get(job) ?? sample.value) !== sample.value) disputed.add(job);
    counts.set(job, sample.value);
  }
  for (const job of disputed) counts.delete(job);
  return counts;
}

function ignoreRefusal(error: unknown): undefined {
  if (!(error instanceof PrometheusError)) throw error;
}
