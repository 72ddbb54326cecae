import { lintQuery, type LintOptions, readQuery } from "../../lint/lint.js";
import type { KnownInterval, ScrapeIntervals, Use } from "../../lint/rule.js";
import { combineMetrics, type Metrics } from "../../metrics/metrics.js";
import { PrometheusError } from "../../prometheus/error.js";
import { serverMetrics } from "../../prometheus/metrics.js";
import { features } from "../../promql/features.js";
import type { Diagnostic } from "../../lint/rule.js";
import { configs, type ConfigChoice } from "../config/configs.js";
import { optionsFor } from "../config/options-for.js";
import type { Source } from "./source.js";

/** What is found in a query that has been asked. */
export interface Asked {
  readonly diagnostics: readonly Diagnostic[];
  /** Whether it would be rejected, as far as we know. */
  readonly isRejected: boolean;
  /** What is known of the metrics that were asked. */
  readonly metrics: Metrics | undefined;
}

/** Lints a query with what its source knows of metrics and scrape intervals, under the configuration of this folder. */
export async function lintAsked(
  query: string,
  use: Use,
  { server, isRemote }: Source,
  choice: ConfigChoice,
): Promise<Asked> {
  const configured = await lintOptions(choice);
  const known = await orNothing(serverMetrics(server));
  const metrics = known && configured.metrics ? combineMetrics(known, configured.metrics) : configured.metrics;
  const scrapeIntervals = query.includes("[") ? await intervalsOf(server) : undefined;
  const options: LintOptions = {
    ...configured,
    use,
    ...(metrics && { metrics }),
    settings: { ...(scrapeIntervals && { scrapeIntervals }), ...configured.settings },
    // The engine has every function, and a server that has given a result has those of the query.
    prometheus: isRemote ? (configured.prometheus ?? { features }) : { version: "3.14", features },
  };
  const isRejected = readQuery(query, options) === undefined;
  return { diagnostics: lintQuery(query, options).diagnostics, isRejected, metrics };
}

async function lintOptions(choice: ConfigChoice): Promise<LintOptions> {
  const overriding = { rule: [], metrics: [], inlineConfig: true, reportUnusedDisableDirectives: false };
  const settings = await optionsFor(overriding, configs(choice));
  return settings(undefined);
}

/** How often each job is scraped; nothing where no target tells. */
async function intervalsOf(server: Source["server"]): Promise<ScrapeIntervals | undefined> {
  const targets = (await orNothing(server.targets())) ?? [];
  const byJob = new Map<string, KnownInterval>();
  let shortest: KnownInterval | undefined;
  for (const { labels, scrapeInterval } of targets) {
    if (scrapeInterval === undefined) continue;
    const known = { seconds: scrapeInterval, from: `the targets of ${server.url}` };
    const job = labels["job"] ?? "";
    if (scrapeInterval < (byJob.get(job)?.seconds ?? Infinity)) byJob.set(job, known);
    if (scrapeInterval < (shortest?.seconds ?? Infinity)) shortest = known;
  }
  return shortest && { byJob, shortest };
}

/** Servers that are not Prometheus lack some of the answers, and a query is linted without them. */
async function orNothing<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof PrometheusError) return undefined;
    throw error;
  }
}
