import type { Storage } from "../storage.js";
import type { LoadProblem } from "./load-problem.js";
import { appendNoted, parseNotedSeries } from "./series-notation.js";

/** Where the values of a text stand in time, in seconds. */
export interface NotationLoading {
  /** Between two values. */
  readonly step: number;
  /** When the first values are; 0 without it. */
  readonly start?: number;
}

/**
 * Adds series as test scripts write them, one a line, such as `http_requests{job="api"} 0+10x5 _x3 stale`. Empty lines
 * and comments are passed over. Never throws; what could not be read is returned.
 */
export function loadNotation(
  storage: Storage,
  text: string,
  { step, start = 0 }: NotationLoading,
): readonly LoadProblem[] {
  return text.split(/\r?\n/).flatMap((raw, k) => {
    const line = raw.trim();
    if (line === "" || line.startsWith("#")) return [];
    const series = parseNotedSeries(line);
    if ("mistake" in series) return [{ line: k + 1, message: series.mistake }];
    appendNoted(storage, series, Math.round(step * 1000), Math.round(start * 1000));
    return [];
  });
}
