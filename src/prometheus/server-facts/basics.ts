import { overTables } from "../../metrics/over-tables.js";
import type { Metrics } from "../../metrics/metrics.js";
import type { TargetState } from "../../metrics/server-facts.js";
import { type KnownInterval, type ScrapeIntervals, shorterInterval } from "../../metrics/scrape-intervals.js";
import { parseDuration } from "../../promql/durations.js";
import { features, type PrometheusTarget } from "../../promql/features.js";
import type { PrometheusClient } from "../client.js";
import { PrometheusError, type PrometheusErrorKind } from "../error.js";
import type { BuildInfo } from "../facts.js";
import { serverMetrics } from "../metrics.js";
import { excerpt } from "../printable.js";
import { reasonOf } from "../reason.js";
import { retentionOf } from "../retention.js";
import type { Target } from "../targets.js";
import { type LintConfiguration, readLintConfiguration } from "./configuration.js";

/** Who is asked: the part of a client that is used. What a server in memory does not offer is not asked. */
export type FactsServer = Pick<
  PrometheusClient,
  "url" | "instantQuery" | "metadata" | "labelValues" | "targets" | "buildInfo"
> &
  Partial<Pick<PrometheusClient, "flags" | "config" | "runtimeInfo">>;

/** What a server says of itself, whatever the queries are. */
export interface Basics {
  readonly metrics: Metrics;
  /** The names of the metrics that are stored; missing where the server does not tell. */
  readonly names?: ReadonlySet<string> | undefined;
  readonly prometheus?: PrometheusTarget | undefined;
  readonly retention?: number | undefined;
  readonly evaluationInterval?: number | undefined;
  readonly targets?: readonly TargetState[] | undefined;
  readonly scrapeIntervals?: ScrapeIntervals | undefined;
  /** What it does not tell, and what follows: one line each, which names the server. */
  readonly notes: readonly string[];
}

/** Asks for the basics; rejects with a `PrometheusError` where the server cannot be asked at all. */
export async function askBasics(server: FactsServer, tables: Metrics): Promise<Basics> {
  const notes: string[] = [];
  const failures: PrometheusError[] = [];
  let answers = 0;
  const part = async <T>(asked: Promise<T> | undefined, lack?: string): Promise<T | undefined> => {
    try {
      const answer = await asked;
      answers += 1;
      return answer;
    } catch (error) {
      if (!(error instanceof PrometheusError) || hopeless.has(error.kind)) throw error;
      // A server that hangs or is overloaded at the first question would be so at each.
      if (failures.length + answers === 0 && (error.kind === "timeout" || error.kind === "unavailable")) throw error;
      failures.push(error);
      if (lack !== undefined) notes.push(`${server.url}: ${lack}: ${reasonOf(error)}`);
      return undefined;
    }
  };

  const build = await part(server.buildInfo(), "no version, so that of the server is not known");
  const [flags, runtime, text, targets, metadata, names] = await Promise.all([
    part(server.flags?.(), "no flags, so features of the language and the retention are not known"),
    part(server.runtimeInfo?.()),
    part(server.config?.(), "no configuration, so intervals are not known"),
    part(server.targets(), "no targets, so it is not said which is down"),
    part(server.metadata(), "no metadata, so types are those of the built-in tables"),
    part(server.labelValues("__name__"), "no names of metrics, so missing ones are not found"),
  ]);
  const [failure] = failures;
  if (failure && answers === 0) throw failure;

  const configuration = text === undefined ? undefined : await readLintConfiguration(text);
  const said = await serverMetrics({
    url: server.url,
    metadata: () => Promise.resolve(metadata ?? new Map()),
    labelValues: () => Promise.resolve(names ?? []),
  });
  const { metric, all, relatives, missing } = said;
  const source: Metrics = { metric, all, ...(relatives && { relatives }), ...(names && missing && { missing }) };
  return {
    metrics: overTables(source, tables),
    names: names && new Set(names),
    prometheus: targetOf(build, flags),
    retention: configuration?.readsRemote ? undefined : secondsOf(retentionOf(runtime, flags)?.time),
    evaluationInterval: configuration?.evaluationInterval,
    targets: targets?.map(stateOf),
    scrapeIntervals: intervalsOf(server.url, targets ?? [], configuration),
    notes,
  };
}

/** After such an error nothing else is answered either. */
const hopeless: ReadonlySet<PrometheusErrorKind> = new Set<PrometheusErrorKind>([
  "bad-url",
  "bad-options",
  "unreachable",
  "untrusted-certificate",
  "cancelled",
  "redirected",
]);

/**
 * The version and the features for which queries are checked. Other servers give their own version, or one of Prometheus
 * that says nothing of what they accept, and no revision.
 */
function targetOf(
  build: BuildInfo | undefined,
  flags: ReadonlyMap<string, string> | undefined,
): PrometheusTarget | undefined {
  if (!build || !flags || build.application !== undefined || build.revision === undefined) return undefined;
  const [, version = "", major = ""] = /^v?((\d+)\.\d+(?:\.\d+)?)/.exec(build.version) ?? [];
  if (Number(major) < 2) return undefined;
  const enabled = (flags.get("enable-feature") ?? "").split(/[\s,]+/);
  return { version, features: features.filter((feature) => enabled.includes(feature)) };
}

function stateOf({ labels, health, lastError }: Target): TargetState {
  const said = lastError === undefined ? undefined : excerpt(lastError, 200);
  return { job: labels["job"] ?? "", instance: labels["instance"] ?? "", health, lastError: said };
}

/** The intervals of the targets, which are those of the configuration after relabelling, and the shortest of all. */
function intervalsOf(
  url: string,
  targets: readonly Target[],
  configuration: LintConfiguration | undefined,
): ScrapeIntervals | undefined {
  const byJob = new Map<string, KnownInterval>();
  for (const { labels, scrapeInterval } of targets) {
    const { job } = labels;
    if (job === undefined || !scrapeInterval) continue;
    byJob.set(job, shorterInterval(byJob.get(job), { seconds: scrapeInterval, from: `${url}/targets` }));
  }
  const configured = configuration && { seconds: configuration.shortestScrape, from: `${url}/config` };
  const [first, ...others] = [...byJob.values(), ...(configured ? [configured] : [])];
  return first && { byJob, shortest: others.reduce(shorterInterval, first) };
}

function secondsOf(duration: string | undefined): number | undefined {
  const seconds = duration === undefined ? undefined : parseDuration(duration);
  return typeof seconds === "number" && seconds > 0 ? seconds : undefined;
}
