import { type CostFacts, readingCost } from "../../analysis/reading-cost.js";
import { readings } from "../../analysis/readings.js";
import { selectedName } from "../../analysis/selected-name.js";
import { selectionsOf, type Selections, seriesNow } from "../../analysis/selections.js";
import { valueType } from "../../analysis/value-type.js";
import { printLabelList } from "../../analysis/words.js";
import { check } from "../../check/check.js";
import { builtinMetrics } from "../../metrics/builtin.js";
import type { Metrics } from "../../metrics/metrics.js";
import type { ScrapeIntervals } from "../../metrics/scrape-intervals.js";
import type { LastSeen, QueryOutcome, ServerFacts } from "../../metrics/server-facts.js";
import type { PrometheusTarget } from "../../promql/features.js";
import { assertNever, type Expr } from "../../syntax/ast.js";
import { parse } from "../../syntax/parse.js";
import { plural } from "../../syntax/plural.js";
import { print } from "../../syntax/print.js";
import { PrometheusError } from "../error.js";
import { excerpt } from "../printable.js";
import { reasonOf } from "../reason.js";
import { askBasics, type Basics, type FactsServer } from "./basics.js";
import { type Answered, type Batches, batchesTo, type Politeness } from "./batches.js";
import { askLastSeen } from "./last-seen.js";

/** A query that is going to be linted. */
export interface AskedQuery {
  readonly text: string;
  /** Set where Grafana's variables may stand in it. */
  readonly variables?: "grafana";
}

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

/** A query that can be asked about. */
interface ReadQuery {
  readonly text: string;
  readonly root: Expr;
  /** Whether it can be evaluated as it is. */
  readonly isFixed: boolean;
}

async function askFacts(
  url: string,
  queries: readonly AskedQuery[],
  basics: Basics,
  batches: Batches,
): Promise<ServerFacts> {
  const { names, retention, targets, scrapeIntervals, evaluationInterval } = basics;
  const read = readQueries(queries, basics.prometheus);
  const all = read.flatMap(({ root }) => readings(root));
  const isStored = (metric: string): boolean | undefined => names?.has(metric);
  const selections = all.flatMap((reading) => {
    const own = selectionsOf(reading);
    return own && isStored(own.metric) !== false ? [own] : [];
  });
  const touched = all.flatMap(({ selector }) => {
    const name = selectedName(selector)?.text;
    return name !== undefined && isStored(name) === false ? [] : (seriesNow(selector) ?? []);
  });
  const clock = "vector(time())";
  const first = await batches.ask([clock, ...[...touched, ...selections.map((own) => own.all)].map(counted)]);

  const count = (selection: string): number | undefined => numberOf(batchAnswer(selection));
  const batchAnswer = (selection: string): Answered | undefined => first.get(counted(selection));
  const isNone = (own: Selections): boolean =>
    count(own.all) === 0 && (own.inRange === undefined || count(own.inRange) === 0);

  await batches.ask(
    selections
      .filter((own) => count(own.all) === 0)
      .flatMap(inRange)
      .map(counted),
  );
  const none = selections.filter(isNone);
  await batches.ask(none.flatMap((own) => [own.ofMetric, ...own.alone.map(({ selection }) => selection)]).map(counted));

  const values = await askValues(none, count, batches);
  const lost = none.flatMap((own) => [
    count(own.ofMetric) === 0 ? own.ofMetric : own.all,
    ...own.alone.map(({ selection }) => selection).filter((selection) => count(selection) === 0),
  ]);
  const time = numberOf(first.get(clock)) ?? Date.now() / 1000;
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

function inRange({ inRange: selection }: Selections): readonly string[] {
  return selection === undefined ? [] : [selection];
}

/** The queries that a server accepts, each once. */
function readQueries(queries: readonly AskedQuery[], prometheus: PrometheusTarget | undefined): readonly ReadQuery[] {
  const read = new Map<string, ReadQuery>();
  for (const { text, variables } of queries) {
    if (read.has(text)) continue;
    const parsed = parse(text, variables ? { variables } : {});
    const problems = check(parsed, prometheus ? { prometheus } : {});
    if (!parsed.expr || problems.some(({ severity }) => severity === "error")) continue;
    const isFixed = variables === undefined || !/\$|\[\[/.test(text);
    read.set(text, { text, root: parsed.expr, isFixed });
  }
  return [...read.values()];
}

function counted(expression: string): string {
  return `count(${expression})`;
}

/** The number of an answer, 0 where it is empty; nothing where there is none. */
function numberOf(answer: Answered | undefined): number | undefined {
  if (answer === undefined || answer instanceof PrometheusError) return undefined;
  const [series] = answer;
  if (!series) return 0;
  return "value" in series.sample ? series.sample.value : undefined;
}

/** Of a metric with more series than this it is not asked which values a label has. */
const mostSeries = 50_000;

/** The values of labels that matchers ask for in vain. */
async function askValues(
  none: readonly Selections[],
  count: (selection: string) => number | undefined,
  batches: Batches,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const wanted = none.flatMap(({ ofMetric, alone }) => {
    const series = count(ofMetric) ?? 0;
    if (series === 0 || series > mostSeries) return [];
    return alone
      .filter(({ selection }) => count(selection) === 0)
      .map(({ matcher }) => ({ question: valuesQuestion(ofMetric, matcher.label.text), label: matcher.label.text }));
  });
  const answers = await batches.ask(wanted.map(({ question }) => question));
  const values = new Map<string, readonly string[]>();
  for (const { question, label } of wanted) {
    const answer = answers.get(question);
    if (answer === undefined || answer instanceof PrometheusError) continue;
    const weight = ({ sample }: (typeof answer)[number]): number => ("value" in sample ? sample.value : 0);
    const sorted = answer.toSorted((a, b) => weight(b) - weight(a));
    values.set(
      question,
      sorted.map(({ labels }) => labels[label] ?? "").filter((value) => value !== ""),
    );
  }
  return values;
}

function valuesQuestion(metric: string, label: string): string {
  return `count by (${printLabelList([label])}) (${metric})`;
}

/** A query that reads more samples than this is not evaluated just to see what comes of it. */
const mostSamples = 5_000_000;

function isCheap(root: Expr, facts: CostFacts): boolean {
  const samples = readings(root).reduce((sum, reading) => sum + (readingCost(reading, facts)?.samples ?? 0), 0);
  return samples <= mostSamples;
}

async function askOutcomes(
  queries: readonly ReadQuery[],
  batches: Batches,
): Promise<ReadonlyMap<string, QueryOutcome>> {
  const asked = queries.flatMap(({ text, root, isFixed }) => {
    const question = isFixed ? asVector(root) : undefined;
    return question === undefined ? [] : [{ text, question: counted(question) }];
  });
  const answers = await batches.ask(asked.map(({ question }) => question));
  const outcomes = new Map<string, QueryOutcome>();
  for (const { text, question } of asked) {
    const answer = answers.get(question);
    const series = numberOf(answer);
    if (series !== undefined) outcomes.set(text, { series });
    else if (answer instanceof PrometheusError && (answer.kind === "bad-query" || answer.kind === "execution"))
      outcomes.set(text, { error: errorInWords(answer) });
  }
  return outcomes;
}

/** Without the series that Prometheus lists in it, which are long, and the query that VictoriaMetrics repeats with its time. */
function errorInWords({ serverSays, message }: PrometheusError): string {
  const said = (serverSays ?? message).replace(/^error when executing query=[^]*": /, "");
  const list = said.indexOf(": [{");
  const words = list === -1 ? said : said.slice(0, list) + said.slice(list).replace(/^: [^]*\}\](?=;|$)/, "");
  return excerpt(words.replace(/;(?=\S)/g, "; "), 300);
}

/** A query as one that gives an instant vector; nothing for a text, and for what only its place makes valid. */
function asVector(root: Expr): string | undefined {
  const text = print(root);
  const type = valueType(root);
  switch (type) {
    case "vector":
      return text;
    case "matrix":
      return `count_over_time(${text})`;
    case "scalar":
      return `vector(${text})`;
    case "string":
    case "unknown":
      return undefined;
    default:
      return assertNever(type);
  }
}
