import type { Labels } from "../../prometheus/index.js";
import type { ResultSeries } from "./result-series.js";

/** In what the values of two results differ that have the same series. */
export type ValuesDifference =
  /** A series has no values at times at which the other has some, or the other way round. */
  | { readonly kind: "times"; readonly labels: Labels; readonly got: number; readonly wanted: number }
  /** All values are those that are wanted, times a factor. */
  | { readonly kind: "factor"; readonly factor: number }
  /** Each value and the one that is wanted add up to the same: 1 or 100. */
  | { readonly kind: "complement"; readonly whole: number }
  /** Each value is 1 divided by the one that is wanted. */
  | { readonly kind: "inverse" }
  /** So many values of so many are others; one of them, at its time. */
  | {
      readonly kind: "values";
      /** Whether all values are within a hundredth of those that are wanted. */
      readonly isNear: boolean;
      readonly different: number;
      readonly all: number;
      /** How many series they belong to. */
      readonly series: number;
      readonly labels: Labels;
      readonly got: number;
      readonly wanted: number;
    };

/** A value and the one that is wanted in its place. */
interface Pair {
  readonly labels: Labels;
  readonly got: number;
  readonly wanted: number;
}

/** Compares the values of two results that have the same series. */
export function valuesDifference(
  own: readonly ResultSeries[],
  wanted: readonly ResultSeries[],
): ValuesDifference | undefined {
  const byKey = new Map(wanted.map((series) => [series.key, series.values]));
  const noValues: ReadonlyMap<number, number> = new Map();
  const pairs: Pair[] = [];
  for (const { key, labels, values } of own) {
    const others = byKey.get(key) ?? noValues;
    const same = [...values.keys()].filter((time) => others.has(time));
    if (same.length < Math.max(values.size, others.size)) {
      return { kind: "times", labels, got: values.size, wanted: others.size };
    }
    pairs.push(...same.map((time) => ({ labels, got: values.get(time) ?? NaN, wanted: others.get(time) ?? NaN })));
  }
  return differenceOfPairs(pairs, own.length);
}

function differenceOfPairs(pairs: readonly Pair[], series: number): ValuesDifference | undefined {
  const noise = noiseOf(pairs);
  const others = pairs.filter(({ got, wanted }) => !isSame(got, wanted, noise));
  const [first] = others;
  if (!first) return undefined;
  const factor = commonFactor(pairs, noise);
  if (factor !== undefined) return { kind: "factor", factor };
  const whole = [1, 100].find((sum) => pairs.every(({ got, wanted }) => isSame(got, sum - wanted, noise)));
  if (whole !== undefined) return { kind: "complement", whole };
  if (pairs.every(({ got, wanted }) => isSame(got * wanted, 1, 0))) return { kind: "inverse" };
  const isNear = pairs.every(({ got, wanted }) => got === wanted || Math.abs(got - wanted) <= 0.01 * Math.abs(wanted));
  return { kind: "values", isNear, different: others.length, all: pairs.length, series, ...first };
}

/** How far apart rounding errors put values that are 0: a part of the greatest of all. */
function noiseOf(pairs: readonly Pair[]): number {
  const greatest = pairs.reduce((most, { wanted }) => {
    return Number.isFinite(wanted) ? Math.max(most, Math.abs(wanted)) : most;
  }, 0);
  return greatest * 1e-12;
}

function isSame(a: number, b: number, noise: number): boolean {
  if (Object.is(a, b) || a === b) return true;
  return Math.abs(a - b) <= Math.max(1e-9 * Math.max(Math.abs(a), Math.abs(b)), noise);
}

/** By what each value is greater than it has to be; for a single value besides zeros, only what people multiply with. */
function commonFactor(pairs: readonly Pair[], noise: number): number | undefined {
  const sample = pairs.find(({ wanted }) => Math.abs(wanted) > noise && Number.isFinite(wanted));
  if (!sample || sample.got === 0 || !Number.isFinite(sample.got)) return undefined;
  const factor = rounded(sample.got / sample.wanted);
  const isUsual = usualFactors.some((usual) => isSame(factor, usual, 0) || isSame(1 / factor, usual, 0));
  const others = pairs.filter(({ wanted }) => Math.abs(wanted) > noise);
  const differ = new Set(others.map(({ wanted }) => wanted)).size > 1;
  if (!isUsual && !differ) return undefined;
  return pairs.every(({ got, wanted }) => isSame(got, wanted * factor, noise * Math.abs(factor))) ? factor : undefined;
}

/** Minutes, hours, days, bits, percent, thousands, KiB, MiB, GiB, these for kB, MB, GB, and the sign. */
const usualFactors = [
  60,
  300,
  600,
  900,
  3600,
  86400,
  8,
  100,
  1000,
  1e6,
  1e9,
  1024,
  1024 ** 2,
  1024 ** 3,
  1.024,
  1.048576,
  1.073741824,
  -1,
];

/** Without what division adds to a whole number. */
function rounded(factor: number): number {
  return Number(factor.toPrecision(12));
}
