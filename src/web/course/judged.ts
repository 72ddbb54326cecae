import { PrometheusError } from "../../prometheus/error.js";
import type { AskedTimes } from "../../results/answer-text.js";
import { askedTimes, attempt, type Attempt } from "../../tutorial/attempt.js";
import type { Exercise } from "../../tutorial/lesson.js";
import type { Source } from "../server/source.js";

/** What became of a query: it was judged, or the server as a whole could not be asked. */
export type Judgement =
  | { readonly kind: "judged"; readonly attempt: Attempt; readonly times: AskedTimes }
  | { readonly kind: "stopped" }
  | { readonly kind: "unasked"; readonly message: string };

/** Runs and judges a query. */
export async function judged(query: string, exercise: Exercise, source: Source): Promise<Judgement> {
  const now = source.now();
  try {
    const made = await attempt(query, exercise, { ...source, now });
    return { kind: "judged", attempt: made, times: askedTimes(exercise, now) };
  } catch (error) {
    if (!(error instanceof PrometheusError)) throw error;
    return error.kind === "cancelled" ? { kind: "stopped" } : { kind: "unasked", message: error.message };
  }
}
