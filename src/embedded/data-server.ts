import { createStorage, type Storage } from "../engine/index.js";
import type { LoadProblem } from "../engine/readers/load-problem.js";
import { builtinMetrics } from "../metrics/builtin.js";
import { combineMetrics, metricsOf } from "../metrics/metrics.js";
import { type EmbeddedServer, embeddedServer } from "./embedded-server.js";
import { readData } from "./read-data.js";

/** A text with series, and how it is called. */
export interface DataText {
  readonly path: string;
  readonly text: string;
}

/** Series from texts as a server, and what could not be read of them. */
export interface DataServer {
  /** Its `now` is the time of the last sample. */
  readonly server: EmbeddedServer;
  readonly problems: readonly (LoadProblem & { readonly path: string })[];
  /** How many series were read. */
  readonly series: number;
  /** The texts with samples that have no time, which count as those of the moment that was given. */
  readonly untimed: readonly string[];
}

/** Reads texts into memory, as `readData` does. `time`, in seconds since 1970, is that of samples which have none. */
export function dataServer(texts: readonly DataText[], time: number): DataServer {
  const storage = createStorage();
  const read = texts.map(({ path, text }) => ({ path, ...readData(storage, text, path, time) }));
  const metrics = combineMetrics(metricsOf(read.flatMap((data) => data.metrics)), builtinMetrics);
  const name = texts.map(({ path }) => path).join(", ");
  return {
    server: embeddedServer({ name, storage, metrics, now: lastTime(storage) ?? time * 1000 }),
    problems: read.flatMap(({ path, problems }) => problems.map((problem) => ({ path, ...problem }))),
    series: storage.size().series,
    untimed: read.flatMap(({ path, hasUntimed }) => (hasUntimed ? [path] : [])),
  };
}

/** In milliseconds since 1970. */
function lastTime(storage: Storage): number | undefined {
  let last: number | undefined;
  for (const { times, length } of storage.select([])) {
    const time = length > 0 ? times[length - 1] : undefined;
    if (time !== undefined && !(last !== undefined && last >= time)) last = time;
  }
  return last;
}
