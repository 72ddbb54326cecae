import { inParallel } from "../prometheus/in-parallel.js";
import { PrometheusError, type PrometheusErrorKind, type QueryAnswer, type QueryResult } from "../prometheus/index.js";
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

/**
 * Runs every entry's query. Rejects with a `PrometheusError` where the server as a whole cannot be asked; what is wrong
 * with one query is the outcome of its entry.
 */
export async function runCatalogue(
  server: CatalogueServer,
  entries: readonly CatalogueEntry[],
  options: RunOptions = {},
): Promise<CatalogueRun> {
  const { time = new Date(), range = 3600, concurrency = 4, catalogue = entries, onOutcome } = options;
  await server.instantQuery("1", time);
  const knowledge = knowledgeOf(server, [...entries, ...catalogue], time);

  const outcomes = await inParallel(entries, concurrency, async (entry) => {
    const outcome = await runEntry(server, entry, { catalogue, knowledge, time, range });
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

interface Setting {
  readonly catalogue: readonly CatalogueEntry[];
  readonly knowledge: Knowledge;
  readonly time: Date;
  readonly range: number;
}

async function runEntry(server: CatalogueServer, entry: CatalogueEntry, setting: Setting): Promise<Outcome> {
  try {
    const { result, warnings, infos } = await evaluate(server, entry, setting);
    const { series, example } = digest(result);
    if (!example) {
      const reason = await explainEmpty(entry, setting.catalogue, setting.knowledge);
      if (reason) return { status: "empty", entry, reason };
      return { status: "ok", entry, series: 0, warnings, infos };
    }
    const mismatch = mismatchOf(entry, result);
    if (mismatch) return { status: "error", entry, message: mismatch };
    return { status: "ok", entry, series, example, warnings, infos };
  } catch (error) {
    if (!(error instanceof PrometheusError) || !queryFaults.has(error.kind)) throw error;
    return { status: "error", entry, message: error.serverSays ?? error.message };
  }
}

/** Errors that concern one query; after any other the next query would fail likewise. */
const queryFaults: ReadonlySet<PrometheusErrorKind> = new Set<PrometheusErrorKind>([
  "bad-query",
  "execution",
  "timeout",
  "too-large",
  "unavailable",
]);

function evaluate(server: CatalogueServer, entry: CatalogueEntry, { time, range }: Setting): Promise<QueryAnswer> {
  if (entry.kind !== "range") return server.instantQuery(entry.query, time);
  const start = new Date(time.getTime() - range * 1000);
  return server.rangeQuery(entry.query, start, time, Math.max(1, Math.ceil(range / pointsOfRange)));
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
