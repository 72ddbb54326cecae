import { addToMean, isInfinite, lostBy, type Mean, meanOf, noMean } from "./kahan.js";

/** Takes the values of a group at many steps, and gives a result for each step that had one. */
export interface Accumulator {
  readonly add: (step: number, value: number) => void;
  readonly result: (step: number) => number | undefined;
}

/** The aggregations that make one number of many, whatever their order. */
export const accumulators = {
  avg,
  count: (steps: number) => counting(steps, (count) => count),
  group: (steps: number) => counting(steps, () => 1),
  max: (steps: number) => extreme(steps, (value, best) => value > best),
  min: (steps: number) => extreme(steps, (value, best) => value < best),
  stddev: (steps: number) => variance(steps, Math.sqrt),
  stdvar: (steps: number) => variance(steps, (value) => value),
  sum,
} as const;

function sum(steps: number): Accumulator {
  const [sums, lost, seen] = [new Float64Array(steps), new Float64Array(steps), new Uint8Array(steps)];
  return {
    add(step, value) {
      const before = sums[step] ?? 0;
      const total = before + value;
      seen[step] = 1;
      lost[step] = isInfinite(total) ? 0 : (lost[step] ?? 0) + lostBy(before, value, total);
      sums[step] = total;
    },
    result: (step) => (seen[step] === 1 ? (sums[step] ?? 0) + (lost[step] ?? 0) : undefined),
  };
}

function avg(steps: number): Accumulator {
  const means: (Mean | undefined)[] = new Array<undefined>(steps);
  return {
    add: (step, value) => addToMean((means[step] ??= noMean()), value),
    result(step) {
      const mean = means[step];
      return mean && meanOf(mean);
    },
  };
}

function counting(steps: number, result: (count: number) => number): Accumulator {
  const counts = new Uint32Array(steps);
  return {
    add: (step) => (counts[step] = (counts[step] ?? 0) + 1),
    result: (step) => (counts[step] ? result(counts[step]) : undefined),
  };
}

/** A number wins over NaN. */
function extreme(steps: number, wins: (value: number, best: number) => boolean): Accumulator {
  const [best, seen] = [new Float64Array(steps), new Uint8Array(steps)];
  return {
    add(step, value) {
      const held = best[step] ?? 0;
      if (seen[step] !== 1 || wins(value, held) || Number.isNaN(held)) best[step] = value;
      seen[step] = 1;
    },
    result: (step) => (seen[step] === 1 ? best[step] : undefined),
  };
}

/** Welford's method. */
function variance(steps: number, result: (variance: number) => number): Accumulator {
  const [counts, means, squares] = [new Uint32Array(steps), new Float64Array(steps), new Float64Array(steps)];
  return {
    add(step, value) {
      const count = (counts[step] ?? 0) + 1;
      counts[step] = count;
      const off = value - (means[step] ?? 0);
      means[step] = (means[step] ?? 0) + off / count;
      squares[step] = (squares[step] ?? 0) + off * (value - (means[step] ?? 0));
    },
    result: (step) => (counts[step] ? result((squares[step] ?? 0) / counts[step]) : undefined),
  };
}
