import type { LastSeen } from "../../metrics/server-facts.js";
import { formatDuration } from "../../promql/durations.js";
import { PrometheusError } from "../error.js";
import type { VectorSeries } from "../result.js";
import type { Answered, Batches } from "./batches.js";

/** How far back is looked where the retention is not known, in seconds. */
const farthest = 15 * 86_400;

/** In how many steps a window is searched for the last sample in it. */
const steps = 100;

/**
 * When selections that give nothing gave a series last: first the shortest window with a sample is looked for, then the
 * moment within it. Times are seconds since 1970. What is not answered is missing.
 */
export async function askLastSeen(
  selections: readonly string[],
  { ask }: Batches,
  { retention, now }: { readonly retention: number | undefined; readonly now: number },
): Promise<ReadonlyMap<string, LastSeen>> {
  const all = retention ?? farthest;
  const windows = [3600, 6 * 3600, 86_400, 3 * 86_400, 7 * 86_400].filter((window) => window < all).concat(all);
  const seen = new Map<string, LastSeen>();
  const found = new Map<string, number>();

  // Most were never there, which one question tells.
  const ever = (selection: string): string => inWindow(selection, all);
  const everAnswers = await ask(selections.map(ever));
  const gone = selections.filter((selection) => countOf(everAnswers.get(ever(selection))) !== 0);
  for (const selection of selections) if (!gone.includes(selection)) seen.set(selection, "never");

  const shorter = windows.slice(0, -1);
  const answers = await ask(gone.flatMap((selection) => shorter.map((window) => inWindow(selection, window))));
  for (const selection of gone) {
    if (countOf(everAnswers.get(ever(selection))) === undefined) continue;
    found.set(selection, shorter.find((window) => countOf(answers.get(inWindow(selection, window)))) ?? all);
  }

  const moments = await ask([...found].map(([selection, window]) => lastMoment(selection, window)));
  for (const [selection, window] of found) {
    const moment = moments.get(lastMoment(selection, window));
    const time = valueOf(moment);
    if (time !== undefined) seen.set(selection, time);
    else if (countOf(moment) === 0) seen.set(selection, now);
  }
  return seen;
}

function inWindow(selection: string, window: number): string {
  return `count(last_over_time(${selection}[${formatDuration(window)}]))`;
}

/**
 * The time of the last sample where steps are so short that one meets it, else of the step in which it is. Empty where it
 * is newer than the last step.
 */
function lastMoment(selection: string, window: number): string {
  const seconds = Math.max(15, Math.ceil(window / steps));
  const [range, step] = [formatDuration(window), formatDuration(seconds)];
  const ofStep = `max_over_time((time() + 0 * count_over_time(${selection}[${step}]))[${range}:${step}])`;
  if (seconds >= lookback) return `max(${ofStep})`;
  return `max(max_over_time(timestamp(${selection})[${range}:${step}]) or ${ofStep})`;
}

/** Seconds; shorter than the default, since a server may be told otherwise. */
const lookback = 240;

/** 0 for an empty answer, and nothing for none. */
function countOf(answer: Answered | undefined): number | undefined {
  if (answer === undefined || answer instanceof PrometheusError) return undefined;
  return valueOf(answer) ?? 0;
}

function valueOf(answer: readonly VectorSeries[] | PrometheusError | undefined): number | undefined {
  if (answer === undefined || answer instanceof PrometheusError) return undefined;
  const [series] = answer;
  return series && "value" in series.sample ? series.sample.value : undefined;
}
