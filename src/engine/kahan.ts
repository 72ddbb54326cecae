/**
 * Sums of many numbers. The rounding errors of the additions are summed up beside them (Kahan and Neumaier), so that
 * they do not add up.
 * Source: https://en.wikipedia.org/wiki/Kahan_summation_algorithm#Further_enhancements
 */

/** What an addition loses: `sum + value` is `total`, and this. */
export function lostBy(sum: number, value: number, total: number): number {
  return Math.abs(sum) >= Math.abs(value) ? sum - total + value : value - total + sum;
}

/** A sum, and what its additions have lost. */
export interface Sum {
  sum: number;
  lost: number;
}

/** A sum of nothing. */
export function noSum(): Sum {
  return { sum: 0, lost: 0 };
}

/** Adds a number to a sum. */
export function addTo(sum: Sum, value: number): void {
  const total = sum.sum + value;
  sum.lost = isInfinite(total) ? 0 : sum.lost + lostBy(sum.sum, value, total);
  sum.sum = total;
}

/** The sum of the values from one index to before another. */
export function exactSum(values: Float64Array, from: number, to: number): number {
  const sum = noSum();
  for (let k = from; k < to; k++) addTo(sum, values[k] ?? 0);
  return isInfinite(sum.sum) ? sum.sum : sum.sum + sum.lost;
}

/** Whether a number is one of the infinities. */
export function isInfinite(value: number): boolean {
  return value === Infinity || value === -Infinity;
}

/** A mean of numbers that come one by one. */
export interface Mean {
  sum: number;
  lost: number;
  count: number;
  /** Set once the sum has left the range of numbers; `sum` is the mean from then on. */
  overflown: boolean;
}

/** Adds a number to a mean. */
export function addToMean(mean: Mean, value: number): void {
  const count = ++mean.count;
  if (count === 1) {
    mean.sum = value;
    return;
  }
  if (!mean.overflown) {
    const total = mean.sum + value;
    if (!isInfinite(total)) {
      mean.lost += lostBy(mean.sum, value, total);
      mean.sum = total;
      return;
    }
    mean.overflown = true;
    mean.sum /= count - 1;
    mean.lost /= count - 1;
  }
  const share = (count - 1) / count;
  const [scaled, part] = [mean.sum * share, value / count];
  const total = scaled + part;
  mean.lost = isInfinite(total) ? 0 : mean.lost * share + lostBy(scaled, part, total);
  mean.sum = total;
}

/** The mean of what was added, of at least one number. */
export function meanOf({ sum, lost, count, overflown }: Mean): number {
  return overflown ? sum + lost : sum / count + lost / count;
}

/** A mean of nothing. */
export function noMean(): Mean {
  return { sum: 0, lost: 0, count: 0, overflown: false };
}
