import type { Sample } from "../prometheus/result.js";

/** The least, the greatest and the last value of a series: `NaN` where there is none. */
export interface Extremes {
  readonly least: number;
  readonly greatest: number;
  readonly last: number;
}

/** Infinities count; what is not a number, and native histograms, do not. */
export function extremesOf(samples: readonly Sample[]): Extremes {
  const values = samples.flatMap((sample) => ("value" in sample ? [sample.value] : []));
  const numbers = values.filter((value) => !Number.isNaN(value));
  const fold = (choose: (a: number, b: number) => number) =>
    numbers.length === 0 ? NaN : numbers.reduce((a, b) => choose(a, b));
  return { least: fold(Math.min), greatest: fold(Math.max), last: values.at(-1) ?? NaN };
}

/** The least and the greatest finite number, if there is any. */
export function finiteExtent(values: readonly (number | undefined)[]): readonly [number, number] | undefined {
  let [least, greatest] = [Infinity, -Infinity];
  for (const value of values) {
    if (value === undefined || !Number.isFinite(value)) continue;
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
  }
  return least <= greatest ? [least, greatest] : undefined;
}
