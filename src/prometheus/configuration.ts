import { parseDuration } from "../promql/durations.js";
import { isObject, type JsonObject } from "../schema/object.js";
import { type DataProblem, readData } from "../schema/read-data.js";

/** The parts of a server's configuration, and its intervals in seconds. */
export interface ServerConfiguration {
  readonly root: JsonObject;
  readonly global: JsonObject;
  /** The `scrape_configs` in their order. */
  readonly jobs: readonly JsonObject[];
  readonly scrapeInterval: number;
  readonly evaluationInterval: number;
}

/** Prometheus' own default. Source: https://prometheus.io/docs/prometheus/latest/configuration/configuration/ */
const defaultInterval = 60;

/** Reads a configuration as a server shows it, or says why and where it cannot be read. */
export async function readServerConfiguration(text: string): Promise<ServerConfiguration | DataProblem> {
  const read = await readData("prometheus.yml", text);
  if (!("data" in read)) return read;
  const root = isObject(read.data) ? read.data : {};
  const global = isObject(root["global"]) ? root["global"] : {};
  return {
    root,
    global,
    jobs: Array.isArray(root["scrape_configs"]) ? root["scrape_configs"].filter(isObject) : [],
    scrapeInterval: secondsOf(global["scrape_interval"], defaultInterval),
    evaluationInterval: secondsOf(global["evaluation_interval"], defaultInterval),
  };
}

/** How often a job is scraped, in seconds. */
export function scrapeIntervalOf(job: JsonObject, { scrapeInterval }: ServerConfiguration): number {
  return secondsOf(job["scrape_interval"], scrapeInterval);
}

/** 0 stands for the default. */
function secondsOf(value: unknown, missing: number): number {
  const seconds = typeof value === "string" ? parseDuration(value) : undefined;
  return typeof seconds === "number" && seconds > 0 ? seconds : missing;
}
