import type { QueryResult } from "../../prometheus/index.js";
import { PrometheusError } from "../../prometheus/error.js";
import type { PageServer } from "../server/page-server.js";
import type { AskedPart } from "./asked-part.js";

/** What is known of the result of a part. */
export type PartState =
  | { readonly kind: "waiting" }
  | { readonly kind: "asking" }
  | PartAnswer
  | { readonly kind: "failed"; readonly message: string };

/** The result of a part. */
export interface PartAnswer {
  readonly kind: "answered";
  readonly result: QueryResult;
  /** How long the answer took, in milliseconds. */
  readonly took: number;
  /** How many samples a range holds that are too many to be read; then the result is the last one of each series. */
  readonly samples?: number;
}

/** Whether the answer has come, or a refusal. */
export function isAnswered({ kind }: PartState): boolean {
  return kind === "answered" || kind === "failed";
}

/** So many samples of a range are read, and no more. */
const mostSamples = 20_000;

/** Asks for the result of a part; a refusal is an answer too. */
export async function askFor(
  server: Pick<PageServer, "instantQuery">,
  { text, time, isMatrix }: AskedPart,
): Promise<PartState> {
  const moment = new Date(Math.round(time * 1000));
  try {
    const samples = isMatrix ? await samplesIn(server, text, moment) : 0;
    const isTooMuch = samples === undefined || samples > mostSamples;
    const start = performance.now();
    const { result } = await server.instantQuery(isTooMuch ? `last_over_time(${text}\n)` : text, moment);
    const took = performance.now() - start;
    return { kind: "answered", result, took, ...(isTooMuch && samples !== undefined && { samples }) };
  } catch (error) {
    if (error instanceof PrometheusError) return { kind: "failed", message: error.message };
    throw error;
  }
}

/** Nothing where they cannot be counted, since series differ only in the name of the metric. */
async function samplesIn(
  server: Pick<PageServer, "instantQuery">,
  range: string,
  moment: Date,
): Promise<number | undefined> {
  try {
    const { result } = await server.instantQuery(`sum(count_over_time(${range}\n))`, moment);
    const [first] = result.type === "vector" ? result.series : [];
    return first && "value" in first.sample ? first.sample.value : 0;
  } catch (error) {
    if (error instanceof PrometheusError && error.kind === "execution") return undefined;
    throw error;
  }
}
