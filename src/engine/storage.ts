import { type Labels, printLabels } from "./labels.js";
import type { Mark } from "./marks.js";
import type { Matcher } from "./matchers.js";
import { addSample, emptySeries, fill, type Points, pointsOf, type Series } from "./series.js";
import { createSeriesIndex, type SeriesIndex } from "./series-index.js";

/** Series in memory, found by their labels. */
export interface Storage {
  /** Adds a sample to the series with these labels, at a time in milliseconds since 1970. */
  readonly append: (labels: Labels, time: number, value: number | Mark) => void;
  /**
   * Adds a series that is not there yet, with all its samples: times in milliseconds since 1970, ascending. The arrays are
   * kept, not copied, so they may be shared and must not be changed. Throws a `RangeError` on what is none of this.
   */
  readonly add: (labels: Labels, times: Float64Array, values: Float64Array) => void;
  /** Adds a series that is not there yet; its samples are made when it is first selected. They are kept as by `add`. */
  readonly addLater: (labels: Labels, samples: () => StoredSamples) => void;
  /** The series that fulfil all conditions, sorted by their labels. */
  readonly select: (matchers: readonly Matcher[]) => readonly Series[];
  /** The labels of the series that fulfil all conditions, sorted; samples need not be made for them. */
  readonly labels: (matchers: readonly Matcher[]) => readonly Labels[];
  /** The numbers of a series of this storage. */
  readonly points: (series: Series) => Points;
  /** How many series and samples it holds. */
  readonly size: () => { readonly series: number; readonly samples: number };
}

/** The samples of a series: times in milliseconds since 1970, ascending. */
export interface StoredSamples {
  readonly times: Float64Array;
  readonly values: Float64Array;
  /** The times at which the series has ended. */
  readonly ends: readonly number[];
}

/** Starts without series. */
export function createStorage(): Storage {
  const index = createSeriesIndex();
  const known = new WeakMap<Series, { readonly changes: number; readonly points: Points }>();
  const unmade = new Map<Series, () => StoredSamples>();

  function make(series: Series): void {
    const samples = unmade.get(series);
    if (!samples) return;
    unmade.delete(series);
    const { times, values, ends } = samples();
    fill(series, times, values);
    for (const end of ends) addSample(series, end, "stale");
  }

  return {
    append(labels, time, value) {
      const there = index.byKey.get(labels.key);
      const series = there ?? emptySeries(labels);
      if (there) make(there);
      else index.add(series);
      addSample(series, time, value);
    },
    add(labels, times, values) {
      const series = newSeries(index, labels);
      fill(series, times, values);
      index.add(series);
    },
    addLater(labels, samples) {
      const series = newSeries(index, labels);
      index.add(series);
      unmade.set(series, samples);
    },
    select(matchers) {
      const found = index.matching(matchers);
      for (const series of found) make(series);
      return found;
    },
    labels: (matchers) => index.matching(matchers).map(({ labels }) => labels),
    points(series) {
      const before = known.get(series);
      if (before?.changes === series.changes) return before.points;
      const points = pointsOf(series);
      known.set(series, { changes: series.changes, points });
      return points;
    },
    size() {
      for (const series of [...unmade.keys()]) make(series);
      let samples = 0;
      for (const { length } of index.byKey.values()) samples += length;
      return { series: index.byKey.size, samples };
    },
  };
}

/** A series that the index does not hold yet; throws where it holds one with these labels. */
function newSeries({ byKey }: SeriesIndex, labels: Labels): Series {
  if (byKey.has(labels.key)) throw new RangeError(`the series ${printLabels(labels)} is there already`);
  return emptySeries(labels);
}
