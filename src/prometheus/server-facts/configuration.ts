import { readServerConfiguration, scrapeIntervalOf } from "../configuration.js";

/** What linting needs of a server's configuration. Times are in seconds. */
export interface LintConfiguration {
  readonly evaluationInterval: number;
  /** The shortest one of all jobs. */
  readonly shortestScrape: number;
  /** Whether queries also read what another server stores, so that the retention of this one is no limit. */
  readonly readsRemote: boolean;
}

/** Reads a configuration as a server shows it; nothing where it is no YAML. */
export async function readLintConfiguration(text: string): Promise<LintConfiguration | undefined> {
  const read = await readServerConfiguration(text);
  if (!("jobs" in read)) return undefined;
  const { root, jobs, scrapeInterval, evaluationInterval } = read;
  const remote = root["remote_read"];
  return {
    evaluationInterval,
    shortestScrape: Math.min(scrapeInterval, ...jobs.map((job) => scrapeIntervalOf(job, read))),
    readsRemote: Array.isArray(remote) && remote.length > 0,
  };
}
