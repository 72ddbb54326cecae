import { readings } from "../../analysis/readings.js";
import { selectedName } from "../../analysis/labels/selected-name.js";
import { selectionsOf, type Selections, seriesNow } from "../../analysis/selections.js";
import { builtinMetrics } from "../../metrics/builtin.js";
import type { Metrics } from "../../metrics/metrics.js";
import type { ScrapeIntervals } from "../../metrics/scrape-intervals.js";
import type { LastSeen, ServerFacts } from "../../metrics/server-facts.js";
import type { PrometheusTarget } from "../../promql/features.js";
import { plural } from "../../syntax/plural.js";
import { reasonOf } from "../reason.js";
import { askBasics, type Basics, type FactsServer } from "./basics.js";
import { type Batches, batchesTo, type Politeness } from "./batches.js";
import { counted, numberOf } from "./counted.js";
import { askLastSeen } from "./last-seen.js";
import { askOutcomes, isCheap } from "./outcomes.js";
import { type AskedQuery, type ReadQuery, readQueries } from "./read-queries.js";
import { askValues, valuesQuestion } from "./values.js";

/** How a server is asked for facts. */
export interface FactsOptions extends Politeness {
  /** What else is known of metrics, where the server tells less; the built-in tables unless given. */
  readonly metrics?: Metrics;
}

/** What a server tells for linting. */
export interface LearnedFacts {
  /** Options of `lint`: what the server knows of metrics and queries, its version, and its scrape intervals. */
  readonly options: {
    readonly server: ServerFacts;
    readonly metrics: Metrics;
    readonly settings: { readonly scrapeIntervals?: ScrapeIntervals };
    readonly prometheus?: PrometheusTarget;
  };
  /** What the server did not tell, and what was not asked: one line each, which names the server. */
  readonly notes: readonly string[];
}

/** A server that is asked several times; what it has answered is not asked again. */
export interface FactsSession {
  readonly learn: (queries: readonly AskedQuery[]) => Promise<LearnedFacts>;
}

/**
 * Asks a server what the rules want to know of some queries, many questions in one request. Rejects with a
 * `PrometheusError` where it cannot be asked at all; what it lacks is among the notes.
 */
export async function serverFacts(
  server: FactsServer,
  queries: readonly AskedQuery[],
  options: FactsOptions = {},
): Promise<LearnedFacts> {
  const session = await factsSession(server, options);
  return session.learn(queries);
}

/** As {@link serverFacts}, for queries that are not known all at once. */
export async function factsSession(server: FactsServer, options: FactsOptions = {}): Promise<FactsSession> {
  const basics = await askBasics(server, options.metrics ?? builtinMetrics);
  const batches = batchesTo(server, options);
  return {
    async learn(queries) {
      const facts = await askFacts(server.url, queries, basics, batches);
      const { metrics, prometheus, scrapeIntervals, notes } = basics;
      return {
        options: {
          server: facts,
          metrics,
          settings: scrapeIntervals ? { scrapeIntervals } : {},
          ...(prometheus && { prometheus }),
        },
        notes: [...notes, ...unaskedNotes(server.url, batches)],
      };
    },
  };
}

function unaskedNotes(url: string, batches: Batches): readonly string[] {
  const { count, cause } = batches.unasked();
  if (count === 0) return [];
  const why = cause ? reasonOf(cause) : "enough for one run";
  return [`${url}: ${plural(count, "question")} not asked: ${why}`];
}

async function askFacts(
  url: string,
  queries: readonly AskedQuery[],
  basics: Basics,
  batches: Batches,
): Promise<ServerFacts> {
  const { names, retention, targets, scrapeIntervals, evaluationInterval } = basics;
  const read = readQueries(queries, basics.prometheus);
  const isStored = (metric: string): boolean | undefined => names?.has(metric);
  const { selections, time, count } = await askCounts(read, isStored, batches);
  const none = selections.filter(
    ({ all, inRange: ranged }) => count(all) === 0 && (ranged === undefined || count(ranged) === 0),
  );
  await batches.ask(none.flatMap((own) => [own.ofMetric, ...own.alone.map(({ selection }) => selection)]).map(counted));

  const values = await askValues(none, count, batches);
  const lost = none.flatMap((own) => [
    count(own.ofMetric) === 0 ? own.ofMetric : own.all,
    ...own.alone.map(({ selection }) => selection).filter((selection) => count(selection) === 0),
  ]);
  const seen = await askLastSeen([...new Set(lost)], batches, { retention, now: time });
  const cheap = read.filter(({ root }) => isCheap(root, { count, scrapeIntervals, evaluationInterval, retention }));
  const outcomes = await askOutcomes(cheap, batches);
  return {
    server: url,
    time,
    ...{ retention, evaluationInterval, targets, scrapeIntervals },
    ...{ isStored, count },
    lastSeen: (selection): LastSeen | undefined => seen.get(selection),
    values: (metric, label) => values.get(valuesQuestion(metric, label)),
    outcome: (query) => outcomes.get(query),
  };
}

/** What queries select, and how many series of it a server has. */
interface Counts {
  readonly selections: readonly Selections[];
  /** Seconds since 1970, by the clock of the server where it tells. */
  readonly time: number;
  readonly count: ServerFacts["count"];
}

async function askCounts(
  queries: readonly ReadQuery[],
  isStored: ServerFacts["isStored"],
  batches: Batches,
): Promise<Counts> {
  const all = queries.flatMap(({ root }) => readings(root));
  const selections = all.flatMap((reading) => {
    const own = selectionsOf(reading);
    return own && isStored(own.metric) !== false ? [own] : [];
  });
  const touched = all.flatMap(({ selector }) => {
    const name = selectedName(selector)?.text;
    return name !== undefined && isStored(name) === false ? [] : (seriesNow(selector) ?? []);
  });
  const clock = "vector(time())";
  const answers = await batches.ask([clock, ...[...touched, ...selections.map((own) => own.all)].map(counted)]);
  const count = (selection: string): number | undefined => numberOf(answers.get(counted(selection)));

  const gone = selections.filter((own) => count(own.all) === 0);
  await batches.ask(gone.flatMap(inRange).map(counted));
  return { selections, time: numberOf(answers.get(clock)) ?? Date.now() / 1000, count };
}

function inRange({ inRange: selection }: Selections): readonly string[] {
  return selection === undefined ? [] : [selection];
}
