import type { NativeHistogram, Sample } from "../prometheus/result.js";

/** A number as Prometheus writes it: all its digits, with an exponent below 1e-6 and from 1e21 on. */
export function numberText(value: number): string {
  if (Object.is(value, -0)) return "-0";
  if (Number.isFinite(value)) return String(value);
  return Number.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
}

/** What a sample holds, on one line: a number, or a native histogram in words. */
export function sampleText(sample: Sample): string {
  return "value" in sample ? numberText(sample.value) : histogramText(sample.histogram);
}

/** A native histogram in words. */
export function histogramText({ count, sum, buckets }: NativeHistogram): string {
  return `a histogram of ${numberText(count)} observations, sum ${numberText(sum)}, ${buckets.length} buckets`;
}
