import { mayBeOfOneQuery } from "../prometheus/error.js";
import { inParallel } from "../prometheus/in-parallel.js";
import { PrometheusError, type QueryAnswer, type QueryResult } from "../prometheus/index.js";
import type { Times } from "../query/times.js";
import { explainEmpty } from "./empty.js";
import type { CatalogueEntry } from "./entry.js";
import { type CatalogueServer, type Knowledge, knowledgeOf } from "./knowledge.js";
import type { CatalogueRun, Outcome, SampleOfResult } from "./outcome.js";

/** How entries are run. */
export interface RunOptions {
  /** The moment of instant queries and the end of range queries: now unless given. */
  readonly time?: Date;
  /** Seconds that a range query looks back, an hour unless given. */
  readonly range?: number;
  /** Queries at the same time, 4 unless given. */
  readonly concurrency?: number;
  /** Every entry there is, where only some are run: it tells whether an exporter is there at all. */
  readonly catalogue?: readonly CatalogueEntry[];
  /** Called with every outcome as it arrives. */
  readonly onOutcome?: (outcome: Outcome) => void;
}

const pointsOfRange = 120;

/** Seconds. */
const usualRange = 3600;

/**
 * Runs every entry's query. Rejects with a `PrometheusError` where the server as a whole cannot be asked; what is wrong
 * with one query is the outcome of its entry.
 */
export async function runCatalogue(
  server: CatalogueServer,
  entries: readonly CatalogueEntry[],
  options: RunOptions = {},
): Promise<CatalogueRun> {
  const { time = new Date(), range = usualRange, concurrency = 4, catalogue = entries, onOutcome } = options;
  await server.instantQuery("1", time);
  const knowledge = knowledgeOf(server, [...entries, ...catalogue], time);

  const outcomes = await inParallel(entries, concurrency, async (entry) => {
    const { outcome } = await runEntry(server, entry, { catalogue, knowledge, time, range });
    onOutcome?.(outcome);
    return outcome;
  });
  const count = (status: Outcome["status"]) => outcomes.filter((outcome) => outcome.status === status).length;
  return {
    server: server.url,
    outcomes,
    summary: { ok: count("ok"), empty: count("empty"), error: count("error") },
  };
}

/** What became of an entry, and the answer to its query where there is one. */
export interface EntryRun {
  readonly outcome: Outcome;
  readonly answer?: QueryAnswer;
  readonly times: Times;
}

/** Runs the query of one entry; rejects as {@link runCatalogue} does. */
export async function runOne(
  server: CatalogueServer,
  entry: CatalogueEntry,
  { time = new Date(), range = usualRange, catalogue = [entry] }: RunOptions = {},
): Promise<EntryRun> {
  return runEntry(server, entry, { catalogue, knowledge: knowledgeOf(server, catalogue, time), time, range });
}

interface Setting {
  readonly catalogue: readonly CatalogueEntry[];
  readonly knowledge: Knowledge;
  readonly time: Date;
  readonly range: number;
}

async function runEntry(server: CatalogueServer, entry: CatalogueEntry, setting: Setting): Promise<EntryRun> {
  const times = timesOf(entry, setting);
  try {
    const answer = await evaluate(server, entry.query, times);
    return { outcome: await judge(entry, answer, setting), answer, times };
  } catch (error) {
    if (!(error instanceof PrometheusError) || !mayBeOfOneQuery(error.kind)) throw error;
    const message = error.serverSays ?? error.message;
    const help = error.kind === "bad-query" ? serverNeeds(entry) : undefined;
    return { outcome: { status: "error", entry, message, ...(help && { help }) }, times };
  }
}

async function judge(
  entry: CatalogueEntry,
  { result, warnings, infos }: QueryAnswer,
  { catalogue, knowledge }: Setting,
): Promise<Outcome> {
  const { series, example } = digest(result);
  if (!example) {
    const reason = await explainEmpty(entry, catalogue, knowledge);
    if (reason) return { status: "empty", entry, reason };
    return { status: "ok", entry, series: 0, warnings, infos };
  }
  const mismatch = mismatchOf(entry, result);
  if (mismatch) return { status: "error", entry, message: mismatch };
  return { status: "ok", entry, series, example, warnings, infos };
}

/** What the server must be, where it has to be more than the oldest one for which the catalogue is written. */
function serverNeeds({ requires: { prometheus, features = [] } }: CatalogueEntry): string | undefined {
  if (prometheus === undefined && features.length === 0) return undefined;
  const flags = features.length > 0 ? [`--enable-feature=${features.join(",")}`] : [];
  return `it needs ${[`Prometheus ${prometheus ?? ""}`.trimEnd(), ...flags].join(" with ")}`;
}

function timesOf({ kind }: CatalogueEntry, { time, range }: Setting): Times {
  const end = time.getTime() / 1000;
  if (kind !== "range") return { kind: "instant", time: end };
  return { kind: "range", start: end - range, end, step: Math.max(1, Math.ceil(range / pointsOfRange)) };
}

function evaluate(server: CatalogueServer, query: string, times: Times): Promise<QueryAnswer> {
  const date = (seconds: number) => new Date(Math.round(seconds * 1000));
  if (times.kind === "instant") return server.instantQuery(query, date(times.time));
  return server.rangeQuery(query, date(times.start), date(times.end), times.step);
}

function digest(result: QueryResult): { readonly series: number; readonly example?: SampleOfResult | undefined } {
  switch (result.type) {
    case "vector":
      return { series: result.series.length, example: result.series[0] };
    case "matrix": {
      const filled = result.series.flatMap(({ labels, samples }) => {
        const sample = samples.at(-1);
        return sample ? [{ labels, sample }] : [];
      });
      return { series: filled.length, example: filled[0] };
    }
    case "scalar":
      return { series: 1, example: { labels: {}, sample: result.sample } };
    case "string":
      return { series: 1, example: { labels: {}, sample: { time: result.time, text: result.text } } };
  }
}

/** Where the result is not what the entry promises. */
function mismatchOf(entry: CatalogueEntry, result: QueryResult): string | undefined {
  const expected = entry.kind === "range" ? "matrix" : entry.type;
  if (result.type !== expected) return `the result is a ${result.type}, the catalogue says ${entry.type}`;
  if (result.type === "scalar" || result.type === "string") return undefined;
  const label = entry.labels.find((name) => result.series.some(({ labels }) => !labels[name]));
  return label && `a series of the result lacks the label \`${label}\`, which the catalogue promises`;
}
