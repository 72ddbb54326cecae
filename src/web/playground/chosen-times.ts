import type { AskedTimes } from "../../results/answer-text.js";
import { usualRange } from "../../query/times.js";

/** When a query is asked: at a moment, or over so many seconds that end with one. Without a moment, that is now. */
export type ChosenTimes =
  | { readonly kind: "instant"; readonly time?: number }
  | { readonly kind: "range"; readonly last: number; readonly end?: number };

/** At a moment, now. */
export const asOfNow: ChosenTimes = { kind: "instant" };

const [hour, day] = [3600, 86_400];

/** Ranges that are offered, in seconds; the demo cluster has a past of 27 hours. */
export const offeredRanges: readonly number[] = [hour / 4, hour, 3 * hour, 6 * hour, 12 * hour, day, 2 * day, 7 * day];

/** The longest range that an address may name, in seconds. */
export const longestRange = 366 * day;

/** The times in seconds since 1970, with a step where it is a range. */
export function timesAsked(chosen: ChosenTimes, now: Date): AskedTimes {
  const present = now.getTime() / 1000;
  if (chosen.kind === "instant") return { kind: "instant", time: chosen.time ?? present };
  const end = chosen.end ?? present;
  return usualRange(end - chosen.last, end);
}
