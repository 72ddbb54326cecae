import type { QueryResult } from "../prometheus/result.js";
import { instantText } from "./instant-text.js";
import { rangeText } from "./range-text.js";
import type { TextOptions } from "./text-options.js";

/** When a result was asked for, in seconds since 1970: once, or at each step of a range. */
export type AskedTimes =
  | { readonly kind: "instant"; readonly time: number }
  | { readonly kind: "range"; readonly start: number; readonly end: number; readonly step: number };

/** A result for people: a chart of a range, else a table or a value. Ends with a line break. */
export function answerText(result: QueryResult, times: AskedTimes, options: TextOptions): string {
  if (times.kind === "range" && result.type === "matrix") return rangeText(result.series, times, options);
  return instantText(result, times.kind === "range" ? times.end : times.time, options);
}
