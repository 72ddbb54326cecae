import type { MatrixSeries, Sample } from "../../prometheus/index.js";
import type { ValueAxis } from "../../results/axis.js";

/** Series over the same times. */
export interface GraphData {
  /** In seconds since 1970, ascending. */
  readonly times: readonly number[];
  /** By series and time; nothing where there is no sample. */
  readonly values: readonly (readonly (number | undefined)[])[];
}

/** Puts series on common times. Where all of them pause for longer than a step stands a time without values, so no line joins. */
export function graphData(series: readonly MatrixSeries[], step: number): GraphData {
  const times = withPauses([...new Set(series.flatMap(({ samples }) => samples.map(({ time }) => time)))], step);
  const places = new Map(times.map((time, k) => [time, k]));
  return {
    times,
    values: series.map(({ samples }) => {
      const values = new Array<number | undefined>(times.length).fill(undefined);
      for (const sample of samples) values[places.get(sample.time) ?? 0] = numberOf(sample);
      return values;
    }),
  };
}

function withPauses(times: number[], step: number): readonly number[] {
  const sorted = times.sort((a, b) => a - b);
  return sorted.flatMap((time, k) => {
    const next = sorted[k + 1];
    return next !== undefined && next - time > step * 1.5 ? [time, time + step] : [time];
  });
}

/** A native histogram has no one number. */
function numberOf(sample: Sample): number | undefined {
  return "value" in sample ? sample.value : undefined;
}

/** Where finite values stand on an axis, from 0 to 1. */
export function heights(values: readonly (number | undefined)[], { position }: ValueAxis): (number | null)[] {
  return values.map((value) => (value !== undefined && Number.isFinite(value) ? position(value) : null));
}

/** The places of points that no line joins to another one. */
export function lonePoints(points: ArrayLike<number | null | undefined>): number[] {
  const has = (k: number) => points[k] !== null && points[k] !== undefined;
  return Array.from(points, (_, k) => k).filter((k) => has(k) && !has(k - 1) && !has(k + 1));
}

/** Whether any sample is a native histogram, which a graph leaves out. */
export function hasHistograms(series: readonly MatrixSeries[]): boolean {
  return series.some(({ samples }) => samples.some((sample) => !("value" in sample)));
}
