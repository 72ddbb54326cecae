import { readMoment } from "../results/moment.js";
import type { AskedTimes } from "../results/answer-text.js";
import { roundSeconds } from "../results/time-axis.js";
import { formatDuration, parseDuration } from "../promql/durations.js";
import { shortened } from "../syntax/characters.js";

/** What was said of the times of a query, as it was written. */
export interface TimesGiven {
  readonly time?: string;
  readonly start?: string;
  readonly end?: string;
  readonly step?: string;
  readonly last?: string;
}

/** When a query is evaluated. */
export type Times = AskedTimes;

/** The last moment that is asked for, in seconds since 1970. What lies between it and the end of the range is not. */
export function lastMoment(times: Times): number {
  if (times.kind === "instant") return times.time;
  const { start, end, step } = times;
  return start + Math.floor((end - start) / step + 1e-9) * step;
}

/** What is wrong with the times that were given, and what to do. */
export interface TimesMistake {
  readonly message: string;
  readonly help: string;
}

/** How many points a range has where no step is given, at most. */
const usualPoints = 250;

/** How many points of a series a server gives at most. */
const mostPoints = 11_000;

/**
 * Reads times: RFC 3339, seconds since 1970, `now`, `-5m`. They count from a moment in seconds since 1970, which is also
 * that of a query which names none.
 */
export function readTimes(given: TimesGiven, now: number): Times | TimesMistake {
  const conflict = conflictIn(given);
  if (conflict) return conflict;
  if (given.start === undefined && given.last === undefined) {
    const time = readTime(given.time ?? "now", "--time", now);
    return typeof time === "number" ? { kind: "instant", time } : time;
  }
  const end = readTime(given.end ?? "now", "--end", now);
  if (typeof end !== "number") return end;
  const start = startOf(given, end, now);
  if (typeof start !== "number") return start;
  if (start >= end) return { message: "the range ends before it starts", help: "give a `--start` before `--end`" };
  return withStep(start, end, given.step);
}

function conflictIn({ time, start, end, step, last }: TimesGiven): TimesMistake | undefined {
  const range = Object.entries({ start, end, step, last }).find(([, value]) => value !== undefined)?.[0];
  if (time !== undefined && range !== undefined) {
    const message = `--time asks for one moment, and --${range} for a range`;
    return { message, help: "leave out one of the two" };
  }
  if (start !== undefined && last !== undefined) {
    return { message: "--start and --last both say where the range starts", help: "leave out one of the two" };
  }
  if (range !== undefined && start === undefined && last === undefined) {
    return { message: `--${range} belongs to a range, and nothing says where it starts`, help: "add `--last 1h`" };
  }
  return undefined;
}

function startOf({ start, last }: TimesGiven, end: number, now: number): number | TimesMistake {
  if (start !== undefined) return readTime(start, "--start", now);
  const seconds = readSeconds(last ?? "", "--last", "1h");
  return typeof seconds === "number" ? end - seconds : seconds;
}

function withStep(start: number, end: number, given: string | undefined): Times | TimesMistake {
  const shortest = roundSeconds(Math.max(1, (end - start) / (mostPoints - 1)));
  if (given === undefined) return usualRange(start, end);
  const step = readSeconds(given, "--step", "30s");
  if (typeof step !== "number") return step;
  if ((end - start) / step >= mostPoints) {
    const message = `with --step ${shortened(given)} a series has more than ${mostPoints} points`;
    return { message, help: `use \`--step ${formatDuration(shortest)}\`, or a shorter range` };
  }
  return { kind: "range", start, end, step };
}

/** A range with a step that gives a graph enough points, of at least a second. */
export function usualRange(start: number, end: number): Times & { readonly kind: "range" } {
  return { kind: "range", start, end, step: roundSeconds(Math.max(1, (end - start) / usualPoints)) };
}

/** Reads a duration, or seconds without a unit as Prometheus' API takes them. */
function readSeconds(text: string, option: string, example: string): number | TimesMistake {
  const seconds = /^\d{1,10}(?:\.\d{1,3})?$/.test(text) ? Number(text) : parseDuration(text);
  if (typeof seconds === "number" && seconds > 0) return seconds;
  return {
    message: `\`${shortened(text)}\` is no duration for ${option}`,
    help: `write it as \`${option} ${example}\``,
  };
}

/** The last second of the year 9999. */
const latest = 253_402_300_799;

function readTime(text: string, option: string, now: number): number | TimesMistake {
  const [, sign, duration] = /^(?:now)?([+-])(.+)$/.exec(text) ?? [];
  const away = duration === undefined ? "syntax" : parseDuration(duration);
  const time = text === "now" ? now : typeof away === "number" ? now + (sign === "-" ? -away : away) : readMoment(text);
  if (time !== undefined && Math.abs(time) <= latest) return time;
  const isDuration = typeof parseDuration(text) === "number";
  const what = isDuration ? "a duration, and no time" : "no time";
  const help = isDuration
    ? `write \`${option} -${text}\` for so long before now`
    : `write it as \`${option} 2026-03-02T12:00:00Z\`, in seconds since 1970, or as \`-5m\` for five minutes before now`;
  return { message: `\`${shortened(text)}\` is ${what} for ${option}`, help };
}
