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

/** Between which finite values all series lie, if there are any. */
export function finiteExtent(
  series: readonly { readonly samples: readonly Sample[] }[],
): readonly [number, number] | undefined {
  let [least, greatest] = [Infinity, -Infinity];
  for (const { samples } of series) {
    for (const sample of samples) {
      if (!("value" in sample) || !Number.isFinite(sample.value)) continue;
      least = Math.min(least, sample.value);
      greatest = Math.max(greatest, sample.value);
    }
  }
  return least <= greatest ? [least, greatest] : undefined;
}
