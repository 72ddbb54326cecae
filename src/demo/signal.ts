import { lastUpTo } from "./moments.js";
import { randomNumbers } from "./random.js";

/** The time that is simulated, in steps. Times are in milliseconds since 1970. */
export interface Clock {
  readonly start: number;
  readonly step: number;
  readonly length: number;
  /** How many of the last steps are repeated after them, again and again; none, where this is missing. */
  readonly repeated?: number;
}

/** The values of a quantity at each step of the clock. */
export type Signal = Float64Array;

/** What a quantity is at a time, in milliseconds since 1970. */
export type Reading = (time: number) => number;

/** Computes a signal, step by step. */
export function signal(clock: Clock, at: (time: number, step: number) => number): Signal {
  const values = new Float64Array(clock.length);
  for (let k = 0; k < clock.length; k++) values[k] = at(clock.start + k * clock.step, k);
  return values;
}

/** Wanders around 0, mostly between -1 and 1; the same for the same text. */
export function noise(clock: Clock, seed: string): Signal {
  const next = randomNumbers(seed);
  let drift = 0;
  return signal(clock, () => {
    drift = 0.9 * drift + 0.25 * (2 * next() - 1);
    return drift + 0.4 * (2 * next() - 1);
  });
}

/** The sum of signals, nothing but zeros for none. */
export function sum(clock: Clock, signals: readonly Signal[]): Signal {
  const values = new Float64Array(clock.length);
  for (const part of signals) for (let k = 0; k < clock.length; k++) values[k] = (values[k] ?? 0) + (part[k] ?? 0);
  return values;
}

/** A signal as a quantity that changes evenly between the steps. What is not simulated is like the nearest that is. */
export function level(clock: Clock, values: Signal): Reading {
  const { start, step, length } = clock;
  return (time) => {
    const at = Math.min(Math.max((simulated(clock, time).time - start) / step, 0), length - 1);
    const k = Math.floor(at);
    const before = values[k] ?? 0;
    return before + (at - k) * ((values[k + 1] ?? before) - before);
  };
}

/** What a rate per second, which must not be negative, adds up to. It is 0 at the start of the clock, less before it. */
export function total(clock: Clock, perSecond: Signal): Reading {
  const { start, step, length, repeated = 0 } = clock;
  const totals = new Float64Array(length);
  for (let k = 1; k < length; k++) totals[k] = (totals[k - 1] ?? 0) + ((perSecond[k - 1] ?? 0) * step) / 1000;
  const perRound = (totals[length - 1] ?? 0) - (totals[length - 1 - repeated] ?? 0);
  return (given) => {
    const { time, rounds } = simulated(clock, given);
    const k = Math.min(Math.max(Math.floor((time - start) / step), 0), length - 1);
    return rounds * perRound + (totals[k] ?? 0) + ((perSecond[k] ?? 0) * (time - start - k * step)) / 1000;
  };
}

/** The time that stands for another one: after the end it is in the last round, and so many rounds are between them. */
function simulated({ start, step, length, repeated }: Clock, time: number) {
  const end = start + (length - 1) * step;
  if (repeated === undefined || time <= end) return { time, rounds: 0 };
  const round = repeated * step;
  const rounds = Math.ceil((time - end) / round);
  return { time: time - rounds * round, rounds };
}

/** What a total has grown by since the last of several starts, which are in order of time: see `countUpTo` on `every`. */
export function sinceStart(grown: Reading, starts: readonly number[], every?: number): Reading {
  const [first] = starts;
  if (first === undefined) return grown;
  let [start, atStart] = [first, grown(first)];
  return (time) => {
    const last = lastUpTo(starts, time, every) ?? first;
    if (last !== start) [start, atStart] = [last, grown(last)];
    return Math.max(grown(time) - atStart, 0);
  };
}

/** A multiple of a quantity. */
export function scaled(reading: Reading, factor: number): Reading {
  return (time) => factor * reading(time);
}

/** A quantity without its fraction, so that a counter of events stays whole. */
export function whole(reading: Reading): Reading {
  return (time) => Math.floor(reading(time));
}

/** The same quantity, which is not computed again for the time that was asked for last. */
export function remembered(reading: Reading): Reading {
  let [last, value] = [NaN, NaN];
  return (time) => {
    if (time !== last) [last, value] = [time, reading(time)];
    return value;
  };
}
