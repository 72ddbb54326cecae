import { mayBeOfOneQuery, PrometheusError } from "../error.js";
import { inParallel } from "../in-parallel.js";
import type { PrometheusClient } from "../client.js";
import type { Labels, VectorSeries } from "../result.js";

/** How gently a server is asked. */
export interface Politeness {
  /** Requests at the same time, 4 unless given. */
  readonly concurrency?: number;
  /** Queries that are sent in all, 400 unless given; what is left then is not asked. */
  readonly maxRequests?: number;
}

/** What a question is answered with: the series of an instant vector, or why there are none. */
export type Answered = readonly VectorSeries[] | PrometheusError;

/** Questions to a server, many of them in one request. */
export interface Batches {
  /** Answers by question; an expression that gives an instant vector of few series. What was asked before is not asked again. */
  readonly ask: (questions: readonly string[]) => Promise<ReadonlyMap<string, Answered>>;
  /** How many questions were not asked, and what stopped it: an error, or else the limit. */
  readonly unasked: () => { readonly count: number; readonly cause: PrometheusError | undefined };
}

/** Questions in one request: so many, and of so many characters that a GET can hold them. */
const mostTogether = 40;
const longestTogether = 4000;

/** After so many timeouts a server is left alone. */
const mostTimeouts = 3;

/** Asks instant queries of a server. Never rejects with a `PrometheusError`. */
export function batchesTo(
  server: Pick<PrometheusClient, "instantQuery">,
  { concurrency = 4, maxRequests = 400 }: Politeness,
): Batches {
  const known = new Map<string, Answered>();
  let left = maxRequests;
  let timeouts = 0;
  let unasked = 0;
  let cause: PrometheusError | undefined;

  const askTogether = async (questions: readonly string[]): Promise<void> => {
    const [first, ...others] = questions;
    if (first === undefined) return;
    if (cause || left <= 0) {
      unasked += questions.length;
      return;
    }
    left -= 1;
    try {
      const series = await seriesOf(server, joined(questions));
      for (const [k, question] of questions.entries())
        known.set(question, others.length === 0 ? series : part(series, k));
    } catch (error) {
      if (!(error instanceof PrometheusError)) throw error;
      if (error.kind === "timeout") timeouts += 1;
      if (!mayBeOfOneQuery(error.kind) || timeouts >= mostTimeouts) {
        cause ??= error;
        unasked += questions.length;
      } else if (others.length === 0) known.set(first, error);
      else {
        // One of them is at fault; the others are to be answered.
        const half = Math.ceil(questions.length / 2);
        await askTogether(questions.slice(0, half));
        await askTogether(questions.slice(half));
      }
    }
  };

  return {
    async ask(questions) {
      const fresh = [...new Set(questions)].filter((question) => !known.has(question));
      await inParallel(inBatches(fresh), concurrency, askTogether);
      return known;
    },
    unasked: () => ({ count: unasked, cause }),
  };
}

/** The label that tells the answers of one request apart. */
const mark = "promql_lint";

function joined(questions: readonly string[]): string {
  const [only = ""] = questions;
  if (questions.length < 2) return only;
  return questions.map((question, k) => `label_replace(${question}, "${mark}", "${k}", "", "")`).join(" or ");
}

function part(series: readonly VectorSeries[], k: number): readonly VectorSeries[] {
  return series
    .filter(({ labels }) => labels[mark] === String(k))
    .map(({ labels, sample }) => ({ labels: withoutMark(labels), sample }));
}

function withoutMark(labels: Labels): Labels {
  return Object.fromEntries(Object.entries(labels).filter(([name]) => name !== mark));
}

function inBatches(questions: readonly string[]): readonly (readonly string[])[] {
  const batches: string[][] = [];
  let length = Infinity;
  for (const question of questions) {
    const last = batches.at(-1);
    if (last && last.length < mostTogether && length + question.length <= longestTogether) {
      last.push(question);
      length += question.length;
    } else {
      batches.push([question]);
      length = question.length;
    }
  }
  return batches;
}

async function seriesOf(
  server: Pick<PrometheusClient, "instantQuery">,
  query: string,
): Promise<readonly VectorSeries[]> {
  const { result } = await server.instantQuery(query);
  return result.type === "vector" ? result.series : [];
}
