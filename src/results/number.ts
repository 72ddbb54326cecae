import { numberText } from "../promql/numbers.js";
import type { NativeHistogram, Sample } from "../prometheus/result.js";

/** What a sample holds, on one line: a number, or a native histogram in words. */
export function sampleText(sample: Sample): string {
  return "value" in sample ? numberText(sample.value) : histogramText(sample.histogram);
}

/** A native histogram in words. */
export function histogramText({ count, sum, buckets }: NativeHistogram): string {
  return `a histogram of ${numberText(count)} observations, sum ${numberText(sum)}, ${buckets.length} buckets`;
}
