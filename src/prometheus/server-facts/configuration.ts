import { parseDuration } from "../../promql/durations.js";
import { isObject } from "../../schema/object.js";
import { readData } from "../../schema/read-data.js";

/** What linting needs of a server's configuration. Times are in seconds. */
export interface ServerConfiguration {
  readonly evaluationInterval: number;
  /** The shortest one of all jobs. */
  readonly shortestScrape: number;
  /** Whether queries also read what another server stores, so that the retention of this one is no limit. */
  readonly readsRemote: boolean;
}

/** Prometheus' own default. Source: https://prometheus.io/docs/prometheus/latest/configuration/configuration/ */
const defaultInterval = 60;

/** Reads a configuration as a server shows it; nothing where it is no YAML. */
export async function readServerConfiguration(text: string): Promise<ServerConfiguration | undefined> {
  const read = await readData("prometheus.yml", text);
  if (!("data" in read)) return undefined;
  const root = isObject(read.data) ? read.data : {};
  const global = isObject(root["global"]) ? root["global"] : {};
  const jobs = Array.isArray(root["scrape_configs"]) ? root["scrape_configs"].filter(isObject) : [];
  const usual = secondsOf(global["scrape_interval"], defaultInterval);
  const remote = root["remote_read"];
  return {
    evaluationInterval: secondsOf(global["evaluation_interval"], defaultInterval),
    shortestScrape: Math.min(usual, ...jobs.map((job) => secondsOf(job["scrape_interval"], usual))),
    readsRemote: Array.isArray(remote) && remote.length > 0,
  };
}

function secondsOf(value: unknown, missing: number): number {
  const seconds = typeof value === "string" ? parseDuration(value) : undefined;
  return typeof seconds === "number" && seconds > 0 ? seconds : missing;
}
