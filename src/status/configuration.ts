import { readServerConfiguration, scrapeIntervalOf } from "../prometheus/configuration.js";
import { readRelabelRules, type UnreadRule } from "../relabel/read-rules.js";
import type { RelabelRule } from "../relabel/rule.js";
import { isObject, type JsonObject } from "../schema/object.js";
import { staticTargets } from "./static-targets.js";

/** What the status needs of a server's configuration. Times are seconds. */
export interface Configuration {
  readonly scrapeInterval: number;
  readonly evaluationInterval: number;
  /** By name, in the order of the file. */
  readonly jobs: ReadonlyMap<string, JobConfiguration>;
}

/** What a configuration says of a job. */
export interface JobConfiguration {
  readonly interval: number;
  /** The `relabel_configs` in their order, or which of them cannot be run. */
  readonly rules: readonly RelabelRule[] | UnreadRule;
  /** Before relabelling, where the configuration itself names all of them. */
  readonly staticTargets?: readonly ReadonlyMap<string, string>[] | undefined;
  /** How many dropped targets the server remembers, where that is limited. */
  readonly keepDropped?: number | undefined;
}

/** Reads a configuration as a server shows it, or says why it cannot be read. */
export async function readConfiguration(text: string): Promise<Configuration | string> {
  const read = await readServerConfiguration(text);
  if (!("jobs" in read)) return `line ${read.at.line}: ${read.message}`;
  const { global, jobs, scrapeInterval, evaluationInterval } = read;
  const printed = jobs.some(isPrinted);
  const byName = jobs.map((job): [string, JobConfiguration] => [
    String(job["job_name"]),
    {
      interval: scrapeIntervalOf(job, read),
      rules: readRelabelRules(job["relabel_configs"], { printed }),
      staticTargets: staticTargets(job),
      keepDropped: limitOf(job["keep_dropped_targets"]) ?? limitOf(global["keep_dropped_targets"]),
    },
  ]);
  return { scrapeInterval, evaluationInterval, jobs: new Map(byName) };
}

/** Whether Prometheus itself wrote the job out: it prints every separator and replacement that is not empty. */
function isPrinted({ relabel_configs: rules }: JsonObject): boolean {
  return Array.isArray(rules) && rules.some((rule) => isObject(rule) && rule["separator"] === ";" && rule["action"]);
}

/** 0 is no limit. */
function limitOf(value: unknown): number | undefined {
  return typeof value === "number" && value > 0 ? value : undefined;
}
