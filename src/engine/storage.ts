import { compareLabels, type Labels, labelValue, printLabels } from "./labels.js";
import type { Mark } from "./marks.js";
import type { Matcher } from "./matchers.js";
import { addSample, emptySeries, fill, type Points, pointsOf, type Series } from "./series.js";

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
  const byKey = new Map<string, Series>();
  /** From a label's name and value to the series that have it. */
  const index = new Map<string, Map<string, Series[]>>();
  const known = new WeakMap<Series, { readonly changes: number; readonly points: Points }>();
  const unmade = new Map<Series, () => StoredSamples>();
  let order: Map<Series, number> | undefined;

  function make(series: Series): void {
    const samples = unmade.get(series);
    if (!samples) return;
    unmade.delete(series);
    const { times, values, ends } = samples();
    fill(series, times, values);
    for (const end of ends) addSample(series, end, "stale");
  }

  function enter(series: Series): Series {
    byKey.set(series.labels.key, series);
    order = undefined;
    for (const [name, value] of series.labels.pairs) {
      const values = index.get(name) ?? new Map<string, Series[]>();
      index.set(name, values);
      const postings = values.get(value) ?? [];
      values.set(value, postings);
      postings.push(series);
    }
    return series;
  }

  /** The series among which all must be: those of the condition that leaves the fewest. */
  function candidates(matchers: readonly Matcher[]): readonly Series[] {
    const selective = matchers.filter(({ accepts }) => !accepts(""));
    const equal = selective.filter(({ op }) => op === "=");
    const lists = equal.map(({ label, value }) => index.get(label)?.get(value) ?? []);
    const [shortest] = lists.sort((a, b) => a.length - b.length);
    if (shortest) return shortest;
    const [first] = selective;
    if (!first) return [...byKey.values()];
    return [...(index.get(first.label) ?? [])].flatMap(([value, postings]) => (first.accepts(value) ? postings : []));
  }

  function ranks(): ReadonlyMap<Series, number> {
    const sorted = () => [...byKey.values()].sort((a, b) => compareLabels(a.labels, b.labels));
    return (order ??= new Map(sorted().map((series, rank) => [series, rank])));
  }

  function matching(matchers: readonly Matcher[]): readonly Series[] {
    const found = candidates(matchers).filter(({ labels }) =>
      matchers.every(({ label, accepts }) => accepts(labelValue(labels, label))),
    );
    const rank = ranks();
    return found.sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
  }

  return {
    append(labels, time, value) {
      const series = byKey.get(labels.key) ?? enter(emptySeries(labels));
      make(series);
      addSample(series, time, value);
    },
    add(labels, times, values) {
      if (byKey.has(labels.key)) throw new RangeError(`the series ${printLabels(labels)} is there already`);
      const series = emptySeries(labels);
      fill(series, times, values);
      enter(series);
    },
    addLater(labels, samples) {
      if (byKey.has(labels.key)) throw new RangeError(`the series ${printLabels(labels)} is there already`);
      unmade.set(enter(emptySeries(labels)), samples);
    },
    select(matchers) {
      const found = matching(matchers);
      for (const series of found) make(series);
      return found;
    },
    labels: (matchers) => matching(matchers).map(({ labels }) => labels),
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
      for (const { length } of byKey.values()) samples += length;
      return { series: byKey.size, samples };
    },
  };
}
